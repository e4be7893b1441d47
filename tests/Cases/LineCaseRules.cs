using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Cases;

/// <summary>What a case on the line must be, and what kinds there are, said a second time and independently of the families.</summary>
internal static class LineCaseRules
{
    public static void RequireValid(LineCase subject)
    {
        Assert.NotEmpty(subject.X);
        Assert.Equal(subject.X.Length, subject.B.Length);
        Assert.All(subject.X, x => Assert.True(double.IsFinite(x)));
        Assert.All(Gaps(subject), gap => Assert.True(gap > 0));
        Assert.All(subject.B, b => Assert.InRange(b, -1, 1));
        Assert.True(double.IsFinite(subject.T) && subject.T > 0);
        Assert.All(subject.Output, time => Assert.InRange(time, 0, subject.T));
        Assert.All(subject.Output.Zip(subject.Output.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    /// <summary>The least L of Assumption 2.2 of A: blocks alternate from a positive one, which may be empty.</summary>
    public static int Alternations(LineCase subject)
    {
        var alive = subject.B.Where(b => b != 0).ToArray();
        var blocks = 1 + alive.Zip(alive.Skip(1)).Count(pair => pair.First != pair.Second);
        return (blocks + (alive[0] < 0 ? 1 : 0) + 1) / 2;
    }

    public static bool IsOf(string kind, LineCase subject) => kind switch
    {
        "two particles" => subject.Count == 2,
        "more than twelve particles" => subject.Count > 12,
        "mirror image" => subject.X.Reverse().Select(x => -x).SequenceEqual(subject.X) && subject.B.Reverse().SequenceEqual(subject.B),
        "one sign only" => subject.CountOf(1) == 0 || subject.CountOf(-1) == 0,
        "a lone particle of a sign" => subject.CountOf(1) == 1 || subject.CountOf(-1) == 1,
        "alternating charges" => subject.Count > 2 && subject.B.Zip(subject.B.Skip(1)).All(pair => pair.First == -pair.Second),
        "like neighbours nearly touching" =>
            Gaps(subject).Where((_, i) => subject.B[i] == subject.B[i + 1]).Any(gap => gap < 1.5e-3 * Spread(subject)),
        "a ghost" => subject.B.Contains(0),
        "small lengths" => Spread(subject) < 0.1,
        "large lengths" => Spread(subject) > 10,
        "delta below a hundredth of the length" =>
            subject.W is NegatedPotential { Of: RegularisedLogPotential w } && w.Delta < 0.01 * Spread(subject),
        _ => throw new ArgumentException($"Unknown kind {kind}.", nameof(kind)),
    };

    private static double Spread(LineCase subject) => subject.X[^1] - subject.X[0];

    private static IEnumerable<double> Gaps(LineCase subject) => subject.X.Zip(subject.X.Skip(1), (left, right) => right - left);
}
