using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;
using static Orowan.Golden.PinnedTable;

namespace Orowan.Golden;

/// <summary>Two small runs of the Groma-Balogh equations, as tables of numbers.</summary>
public class GromaBaloghGoldens
{
    [Fact]
    public Task Circle() => Pin(
        new(
            1,
            TorusMotion.Isotropic,
            new TorusLogRegularisedPotential(0.05),
            new(1, [FourierTerm.Cosine(0.1, 1)]),
            0.01,
            new SeriesDensity(new(1, [FourierTerm.Cosine(0.6, 0), new([1], 0.2, 0.1)])),
            new SeriesDensity(new(1, [FourierTerm.Cosine(0.4, 0), FourierTerm.Cosine(-0.1, 1), FourierTerm.Sine(0.15, 2)])),
            0.1,
            [0, 0.05, 0.1],
            128,
            1e-10),
        [0, 16, 32, 48, 64, 80, 96, 112],
        "viscous densities on the circle, at eighths");

    [Fact]
    public Task Slip() => Pin(
        new(
            2,
            TorusMotion.Slip,
            new TorusEdgePotential(0.1),
            new(2, [FourierTerm.Sine(0.05, 1, 1)]),
            0,
            new SeriesDensity(new(2, [FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Cosine(0.2, 1, 1)])),
            new SeriesDensity(new(2, [FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Sine(0.1, 1, 0), FourierTerm.Cosine(0.1, 0, 1)])),
            0.05,
            [0, 0.025, 0.05],
            64,
            1e-10),
        [0, 16, 32, 48, 16 * 64, (16 * 64) + 16, 48 * 64, (48 * 64) + 48],
        "densities on slip planes, at (0, 0), (0, 1/4), (0, 1/2), (0, 3/4), (1/4, 0), (1/4, 1/4), (3/4, 0), (3/4, 3/4)");

    private static Task Pin(GromaBaloghCase subject, int[] places, string what)
    {
        var run = new ReferenceSolver().Solve(subject);
        var balance = run.Balance!;
        var rows = run.Rows.Select((row, k) => string.Join(' ', (IEnumerable<string>)
        [
            Number(row.Time),
            .. places.Select(i => Number(row.Plus[i])),
            .. places.Select(i => Number(row.Minus[i])),
            Number(balance.Entropy[k]),
            Number(balance.Interaction[k]),
            Number(balance.External[k]),
            Number(balance.Viscous[k]),
            Number(balance.Field[k]),
        ]));
        Assert.True(run.Uncertainty <= 10 * subject.Tolerance, $"{run.Uncertainty:R}");
        return new PinnedTable(
            what,
            "|a - b| <= 1e-9 + 1e-9 * |b| (basis: the tolerance of the case, 1e-10, which the run's stated uncertainty keeps within 10)",
            BySolver,
            "t, rho+, rho-, entropy, and up to t: interaction, external, viscous, field").Verify(rows);
    }
}
