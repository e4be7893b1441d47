using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;
using static Orowan.Golden.PinnedTable;

namespace Orowan.Golden;

/// <summary>A handful of small trajectories on the torus, as tables of numbers.</summary>
public class TorusGoldens
{
    [Fact]
    public Task Circle() => Pin(
        new(1, TorusMotion.Isotropic, new TorusLogRegularisedPotential(0.02), new(1, [new([1], 0.1, 0.05)]),
            [0.1, 0.22, 0.31, 0.7, 0.85], [1, -1, 1, 1, -1], 0.1, [0, 0.02, 0.05, 0.1], 1e-9),
        "five charges on the circle in a smooth potential");

    [Fact]
    public Task Plane() => Pin(
        new(2, TorusMotion.Isotropic, new TorusGreenPotential(0.05), FourierPotential.Zero(2),
            [0.11, 0.2, 0.52, 0.31, 0.74, 0.83, 0.3, 0.66], [1, -1, 1, -1], 0.05, [0, 0.02, 0.05], 1e-9),
        "four charges in the plane under the regularised Green's function");

    [Fact]
    public Task Slip() => Pin(
        new(2, TorusMotion.Slip, new TorusEdgePotential(0), FourierPotential.Zero(2),
            [0.11, 0.2, 0.52, 0.31, 0.74, 0.83, 0.3, 0.66], [1, -1, 1, -1], 0.05, [0, 0.02, 0.05], 1e-9),
        "four edge dislocations on slip planes, without regularisation");

    [Fact]
    public Task ShortDipoles() => Pin(
        TorusCase.OfDipoles(
            1, TorusMotion.Isotropic, new TorusLogRegularisedPotential(1e-3), new(1, [new([1], 0.15, 0)]),
            [0.1, 0.3, 0.6], [4e-4, -2e-4, 1e-4], 1, [0, 1e-5, 1e-4, 1], 1e-9),
        "three short dipoles that reach the widths that the external potential gives them");

    private static Task Pin(TorusCase subject, string what)
    {
        var run = new ReferenceSolver().Solve(subject);
        var rows = Enumerable.Range(0, run.Times.Length).Select(k => string.Join(' ', (IEnumerable<string>)
        [
            Number(run.Times[k]),
            .. run.X[k].Select(Number),
            .. (run.D?[k] ?? []).Select(d => Number(1e3 * d)),
            Number(run.Energy!.Value[k]),
            Number(run.Dissipation!.Value[k]),
        ]));
        return new PinnedTable(what, OfTolerance, BySolver, "t, positions, half widths of dipoles times 1000, energy, dissipation").Verify(rows);
    }
}
