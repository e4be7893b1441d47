using System.Collections.Immutable;
using Orowan.Formats;

namespace Orowan.Cases;

/// <summary>
/// Simpler cases on the line: fewer particles, simpler potentials, fewer rows, a rounder and shorter horizon, rounder positions. Structure
/// goes before numbers: rounding alone would make a broken program look almost right.
/// </summary>
internal static class LineShrinking
{
    private const int MostDecimals = 8;

    /// <summary>Valid cases of lower <see cref="Complexity"/>, the simplest first; within Assumption 2.1 of A if the case was.</summary>
    public static IEnumerable<LineCase> Simpler(LineCase subject)
    {
        var complexity = Complexity.Of(subject);
        return FewerParticles(subject)
            .Concat(PotentialShrinking.Simpler(new(subject.V, subject.W)).Select(pair => subject with { V = pair.V, W = pair.W }))
            .Concat(FewerRows(subject))
            .Concat(OtherHorizons(subject))
            .Concat(OtherPositions(subject).Select(x => subject with { X = x }))
            .Where(candidate => Complexity.Of(candidate) < complexity);
    }

    /// <summary>Leaves out runs of n/2, n/4, ..., 1 neighbours, then opposite pairs, which keeps a mirror image one.</summary>
    private static IEnumerable<LineCase> FewerParticles(LineCase subject)
    {
        for (var run = subject.Count / 2; run >= 1; run /= 2)
        {
            // Pairs of neighbours overlap: what annihilates is one of them, and it need not start at an even place.
            for (var first = 0; first + run <= subject.Count; first += run == 2 ? 1 : run) yield return Without(subject, first, run);
        }
        for (var left = 0; left < subject.Count / 2 && subject.Count > 2; left++)
        {
            yield return Without(Without(subject, subject.Count - 1 - left, 1), left, 1);
        }
    }

    private static LineCase Without(LineCase subject, int first, int run) =>
        subject with { X = subject.X.RemoveRange(first, run), B = subject.B.RemoveRange(first, run) };

    /// <summary>Start and end only.</summary>
    private static IEnumerable<LineCase> FewerRows(LineCase subject) =>
        subject.Output.Length > 2 ? [subject with { Output = [0, subject.T] }] : [];

    private static IEnumerable<LineCase> OtherHorizons(LineCase subject) =>
        Rounding.Rounder(subject.T).Append(subject.T / 2)
            .Select(horizon => subject with { T = horizon, Output = Even(horizon, subject.Output.Length) });

    /// <summary>As many times as before, evenly from 0 to the horizon.</summary>
    private static ImmutableArray<double> Even(double horizon, int rows) =>
        rows == 1 ? [horizon] : [.. Enumerable.Range(0, rows).Select(k => k == rows - 1 ? horizon : horizon * k / (rows - 1))];

    /// <summary>Whole numbers, all positions with fewer decimals, then one at a time; strictly increasing as before.</summary>
    private static IEnumerable<ImmutableArray<double>> OtherPositions(LineCase subject)
    {
        var x = subject.X;
        var whole = Enumerable.Range(0, x.Length).Select(i => (double)(i - x.Length / 2)).ToImmutableArray();
        var together = Enumerable.Range(0, MostDecimals)
            .Select(decimals => x.Select(position => Rounding.ToDecimals(position, decimals)).ToImmutableArray());
        var alone = x.SelectMany((position, i) => Rounding.WithFewerDecimals(position).Select(p => x.SetItem(i, p)));
        return together.Prepend(whole).Concat(alone)
            .Where(IsIncreasing)
            .DistinctBy(positions => string.Join(' ', positions), StringComparer.Ordinal);
    }

    private static bool IsIncreasing(ImmutableArray<double> x) => x.Zip(x.Skip(1)).All(pair => pair.First < pair.Second);
}
