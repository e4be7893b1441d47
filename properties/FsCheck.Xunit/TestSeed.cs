using System.Text;

namespace FsCheck.Xunit;

/// <summary>A seed that belongs to a test's full name.</summary>
internal static class TestSeed
{
    // FNV-1a, 64 bits: string.GetHashCode differs from process to process.
    private const ulong OffsetBasis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(string fullName)
    {
        var hash = OffsetBasis;
        foreach (var octet in Encoding.UTF8.GetBytes(fullName))
            hash = unchecked((hash ^ octet) * Prime);
        return hash;
    }
}
