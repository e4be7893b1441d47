using Orowan.Cases;
using Orowan.Formats;
using Orowan.Measures;
using Xunit;

namespace Orowan.Tests.Cases;

/// <summary>The families of measures hold every kind of pair that the claims on transport need, often enough.</summary>
public sealed class MeasurePairsTests
{
    private const int Count = 400;

    [Fact]
    public void Pairs_on_the_torus_are_of_every_kind()
    {
        TorusMeasures[] pairs = [.. Enumerable.Range(0, Count).Select(index => (TorusMeasures)MeasurePairs.OnTorus.At(1, index))];
        RequireKinds([.. pairs.Select(p => (p.First, p.Second, p.Space))]);
        Require(pairs.Count(p => AreAntipodal(p.First, p.Second, p.Space)), "antipodal");
        Require(pairs.Count(p => p.Dimension > 16), "in more dimensions than 16");
        Require(pairs.Count(p => p.Dimension == 1), "on the circle");
    }

    [Fact]
    public void Pairs_on_the_line_are_of_every_kind()
    {
        LineMeasures[] pairs = [.. Enumerable.Range(0, Count).Select(index => (LineMeasures)MeasurePairs.OnLine.At(1, index))];
        RequireKinds([.. pairs.Select(p => (p.First, p.Second, Space.Line))]);
        Require(pairs.Count(p => p.Second.X.Min() > p.First.X.Max()), "apart");
    }

    /// <summary>Initial data by the construction of Lemma 2.4 have places of more digits than the lattice of the others.</summary>
    [Fact]
    public void Some_cases_start_from_approximated_densities()
    {
        var cases = Enumerable.Range(0, Count).Select(index => (TorusCase)TorusCases.Admissible.At(1, index)).Where(c => c.Dipoles is null);
        Require(cases.Count(c => c.X.Any(x => Math.Abs((x * 1e4) - Math.Round(x * 1e4)) > 1e-6)), "approximated densities");
    }

    private static void RequireKinds((AtomicMeasure First, AtomicMeasure Second, Space Space)[] pairs)
    {
        Require(pairs.Count(p => p.First.Count > 1 && Transport.Distance(p.First, p.Second, p.Space, SignCost.B) == 0), "coincident");
        Require(pairs.Count(p => Transport.Distance(p.First, p.Second, p.Space) is > 0 and < 1e-4), "close");
        Require(pairs.Count(p => p.First.Count > 1 && Transport.Distance(p.First, p.Second, p.Space) == 0 && !p.First.X.SequenceEqual(p.Second.X)), "permuted");
        Require(pairs.Count(p => !p.First.IsUniform || !p.Second.IsUniform), "weighted");
        Require(pairs.Count(p => p.First.IsUniform && p.Second.IsUniform && p.First.Count == p.Second.Count), "of equal atoms");
        Require(pairs.Count(p => Math.Abs(p.First.MassOf(1) - p.Second.MassOf(1)) < 1e-12 && p.First.MassOf(1) is > 0 and < 1), "with as much of each sign");
        Require(pairs.Count(p => Math.Abs(p.First.MassOf(1) - p.Second.MassOf(1)) > 1e-3), "with signs that must change");
    }

    /// <summary>Whether each atom of the first has one of the second half a turn away in every coordinate.</summary>
    private static bool AreAntipodal(AtomicMeasure first, AtomicMeasure second, Space space) =>
        first.Count == second.Count && Enumerable.Range(0, first.Count).All(i => Enumerable.Range(0, second.Count).Any(j =>
            Enumerable.Range(0, space.Dimension).All(k => Math.Abs(Math.Abs(space.Difference(first.At(i)[k], second.At(j)[k])) - 0.5) < 1e-8)));

    private static void Require(int found, string what) => Assert.True(found >= 8, $"only {found} of {Count} pairs are {what}");
}
