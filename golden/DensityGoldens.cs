using Orowan.Continuum;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;
using static Orowan.Golden.PinnedTable;

namespace Orowan.Golden;

/// <summary>A run of (1.3) for densities, as numbers per row.</summary>
public class DensityGoldens
{
    [Fact]
    public Task Meeting() => Pin(
        new(
            new LogPotential(),
            new NegatedPotential(new RegularisedLogPotential(0.25)),
            new([new SemicirclePart(-0.75, 0.5, 0.6)]),
            new([StepPart.Block(0.25, 1.25, 0.4)]),
            0.5,
            [0, 0.1, 0.2, 0.3, 0.4, 0.5],
            64,
            DensityCase.DefaultTolerance),
        "a semicircle and a block of opposite sign that attract each other, meet and annihilate");

    private static Task Pin(DensityCase subject, string what)
    {
        var run = new ReferenceSolver().Solve(subject);
        var rows = run.Rows.Select((row, k) => string.Join(' ', (IEnumerable<string>)
        [
            Number(row.Time),
            Number(row.AliveMass(1)),
            Number(row.AliveMass(-1)),
            Number(Moment(row, 1)),
            Number(Moment(row, -1)),
            Number(run.Energy!.Value[k]),
            Number(run.Dissipation!.Value[k]),
            Number(DensityEnergy.Of(subject.V, subject.W, DensityEnergy.Coarsened(row))),
        ]));
        return new PinnedTable(
            what,
            "|a - b| <= 1e-9 + 1e-7 * |b| (basis: rounding of the transforms, enlarged where a limiter or a step changes its choice; the error of the cells is 1e-3)",
            $"{BySolver}, 64 cells over the initial hull",
            "t, alive mass of + and of -, first moments of rho+ and rho-, energy, dissipation, energy on cells twice as wide")
            .Verify([.. rows, $"uncertainty {Number(run.Uncertainty!.Value)}"]);
    }

    private static double Moment(DensityRow row, int sign) => row.Of(sign).Select((value, i) => value * row.Width * (row.Low + ((i + 0.5) * row.Width))).Sum();
}
