using Orowan.Claims.MultipleSigns;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;
using Xunit;
using static Orowan.Golden.PinnedTable;

namespace Orowan.Golden;

/// <summary>Distances, couplings and norms of a few small measures and functions, as tables of numbers.</summary>
public class MeasureGoldens
{
    private static readonly double[] Masses = [0.125, 0.125, 0.25, 0.5];

    private static readonly double[] Reversed = [0.5, 0.25, 0.125, 0.125];

    private static readonly int[] Signs = [1, -1, 1, -1];

    private static readonly int[] OtherSigns = [1, 1, 1, -1];

    /// <summary>x_i = i s + i^2 t, all coordinates by turns, modulo 1.</summary>
    private static double[] Places(double s, double t, int d) => [.. Enumerable.Range(1, 4 * d).Select(i => ((i * s) + (i * i * t)) % 1)];

    [Fact]
    public Task Distances()
    {
        var lines = new List<string>();
        foreach (var space in new[] { Space.Line, Space.Circle, Space.Torus(2), Space.Torus(3) })
        {
            foreach (var weighted in new[] { false, true })
            {
                var (mu, nu) = Pair(space, weighted);
                lines.Add(string.Join(' ', (IEnumerable<string>)
                [
                    space.Name, $"{space.Dimension}", weighted ? "weighted" : "equal",
                    Number(Transport.Distance(mu, nu, space)),
                    Number(Transport.Distance(mu, nu, space, SignCost.A)),
                    Number(Transport.Distance(mu, nu, space, SignCost.B)),
                    Number(Transport.FirstDistance(mu, nu, space)),
                    Number(FlatNorm.Distance(mu, new(nu.Dimension, nu.X, [.. nu.Mass.Select(m => 1.5 * m)]), space)),
                    Number(mu.Moment(2)),
                ]));
            }
        }
        return Pin(
            "exact distances between mu, four atoms at (0.37 i + 0.011 i^2) mod 1, i = 1, 2, ..., and nu, at (0.21 i + 0.017 i^2) mod 1",
            "by Transport and FlatNorm; POT and linear programs give the same",
            "space, d, masses, W_2, bold W of A and of B, W_1, dual bounded-Lipschitz norm of mu - 3/2 nu, second moment of mu",
            lines);
    }

    [Fact]
    public Task Couplings()
    {
        var lines = new List<string>();
        foreach (var space in new[] { Space.Line, Space.Circle, Space.Torus(2) })
        {
            var (mu, nu) = Pair(space, weighted: true);
            foreach (var signs in new[] { null, SignCost.A, SignCost.B })
            {
                var plan = Transport.Optimal(mu, nu, space, signs);
                lines.Add($"{space.Name} {signs?.Name ?? "-"}: {string.Join(", ", plan.Shipments.OrderBy(s => s.From).ThenBy(s => s.To).Select(s => $"{s.From} {s.To} {Number(s.Mass)}"))}");
            }
        }
        return Pin("optimal couplings of the weighted measures of the table of distances, each the only one", "by Transport; POT gives the same", "space, sign cost: from, to, mass", lines);
    }

    [Fact]
    public Task Norms()
    {
        double[] values = [3, -1, 0.25, 40], measures = [0.5, 0.25, 0.125, 0.015625];
        (string Name, YoungFunction Phi)[] functions =
        [
            ("Exp", YoungFunction.Exponential(1)), ("Exp_2", YoungFunction.Exponential(2)), ("Exp_1.5", YoungFunction.Exponential(1.5)),
            ("L_log_L", YoungFunction.Logarithmic(1)), ("L_log^0.5_L", YoungFunction.Logarithmic(0.5)), ("L_log^3_L", YoungFunction.Logarithmic(3)),
            ("psi_1", YoungFunction.ExponentialConjugate), ("psi^1", YoungFunction.LogarithmicConjugate),
        ];
        var spectrum = Spectrum.Of(new FourierPotential(2, [FourierTerm.Cosine(3, 1, 0), FourierTerm.Sine(-2, 1, 2), FourierTerm.Cosine(0.5, 0, 0)]));
        return Pin(
            "Luxemburg norms and the entropy of 3, -1, 1/4, 40 on sets of measure 1/2, 1/4, 1/8, 1/64; norms in H^s of 3 cos 2 pi x - 2 sin 2 pi (x + 2y) + 1/2",
            "by LuxemburgNorm, Entropy and Spectrum; mpmath with 30 digits gives the same",
            "name, norm",
            [
                .. functions.Select(f => $"{f.Name} {Number(LuxemburgNorm.Of(f.Phi, values, measures).Value)}"),
                $"Ent {Number(Entropy.Of(values, measures).Value)}",
                .. new[] { -1, 0, 0.5, 1, 2 }.Select(s => $"H^{s} {Number(spectrum.SobolevNorm(s))}"),
            ]);
    }

    [Fact]
    public Task Rates()
    {
        (string Name, TorusDensity Density)[] densities =
        [
            ("uniform", new(1, [1], [0])), ("two_levels", new(1, [1, 2], [0, 0])), ("two_gaps", Approximation.Gaps), ("spike_and_gap", new(1, [90, 1, 0, 1], [0, 0, 0, 0])),
            ("uniform_plane", new(2, [1, 1, 1, 1], [0, 0, 0, 0])), ("gap_in_the_plane", new(2, [1, 0, 0, 1], [0, 0, 0, 0])),
        ];
        var lines = new List<string>();
        foreach (var (name, density) in densities)
        {
            (double Count, double Distance, double Error)? before = null;
            foreach (var rung in Approximation.Rungs(density))
            {
                var exponent = before is { } last ? Number(Math.Log(rung.Distance / last.Distance) / Math.Log(rung.Count / last.Count)) : "-";
                lines.Add($"{name} {rung.Count} {Number(rung.Distance)} {exponent}");
                before = rung;
            }
        }
        return Pin(
            "how W(rho_n^+, mu_n^+) of the construction of Lemma 2.4 falls: like n^(-1/d) without gaps, as its proof says, like n^(-1/2) on the circle with two gaps, as "
            + "W^2 <= C/n^(1/d) allows",
            "by Approximation.Rungs",
            "density, n, W, exponent between neighbours",
            lines);
    }

    private static (AtomicMeasure Mu, AtomicMeasure Nu) Pair(Space space, bool weighted)
    {
        var d = space.Dimension;
        double[] equal = [0.25, 0.25, 0.25, 0.25];
        return (
            new(d, [.. Places(0.37, 0.011, d)], [.. weighted ? Masses : equal], [.. Signs]),
            new(d, [.. Places(0.21, 0.017, d)], [.. weighted ? Reversed : equal], [.. OtherSigns]));
    }

    private static Task Pin(string what, string made, string columns, IEnumerable<string> lines) =>
        new PinnedTable(
            what, "|a - b| <= 1e-9 + 1e-9 * |b| (basis: sums of a few roundings of numbers of size 1, a thousand times over)", made, columns).Verify(lines);
}
