using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Makes a violating case simpler while it stays violating.</summary>
internal static class Shrinking
{
    /// <summary>How many simpler cases are judged for all violated claims together, unless these are so many that each has its least.</summary>
    private const int Attempts = 2000;

    private const int MostAttempts = 400;
    private const int LeastAttempts = 20;

    /// <summary>How many simpler cases each claim of so many may try: a number and not a time, so that the same case comes out everywhere.</summary>
    public static int AttemptsFor(int violated) => Math.Clamp(Attempts / Math.Max(1, violated), LeastAttempts, MostAttempts);

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
