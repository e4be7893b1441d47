using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Makes a violating case simpler while it stays violating.</summary>
internal static class Shrinking
{
    /// <summary>How many simpler cases are judged: a number and not a time, so that the same case comes out everywhere.</summary>
    public const int MostAttempts = 400;

    /// <summary>Greedily: the first simpler subject that still violates takes the place of the old one.</summary>
    public static ISubject Simplest(ISubject start, Func<ISubject, IEnumerable<ISubject>> simpler, int attempts, Func<ISubject, bool> violates)
    {
        var current = start;
        while (Next(current) is { } next) current = next;
        return current;

        ISubject? Next(ISubject subject)
        {
            foreach (var candidate in simpler(subject))
            {
                if (attempts-- <= 0) return null;
                if (violates(candidate)) return candidate;
            }
            return null;
        }
    }
}
