using Orowan.Formats;

namespace Orowan.Cases;

internal static class LineShrinking
{
    public static IEnumerable<LineCase> Simpler(LineCase subject) => [];
}
