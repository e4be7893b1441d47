using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Broken solvers and broken trajectories for particles on the torus, made from a solver that works.</summary>
public static class TorusFaults
{
    /// <summary>Solves another case and returns its run as the run of this one.</summary>
    public static Func<ISolver, ISolver> OtherCase(Func<TorusCase, TorusCase> change) => solver => new ReplacedSolver<TorusCase, TorusRun>(solver, (c, s) => s.Solve(change(c)));

    /// <summary>Solves the case and spoils the run.</summary>
    public static Func<ISolver, ISolver> SpoiledRun(Func<TorusCase, TorusRun, TorusRun> spoil) =>
        solver => new ReplacedSolver<TorusCase, TorusRun>(solver, (c, s) => spoil(c, s.Solve(c)));

    /// <summary>The interaction times <paramref name="factor"/>: a lost 1/n, 1/n twice, the factor 2 of (1.1), the wrong sign.</summary>
    public static Func<ISolver, ISolver> ScaledInteraction(Func<TorusCase, double> factor) =>
        OtherCase(c => c with { V = new MisstatedTorusPotential(c.V, Factor: factor(c)) });

    /// <summary>The external potential times <paramref name="factor"/>.</summary>
    public static Func<ISolver, ISolver> ScaledExternal(double factor) => OtherCase(c => c with { U = Times(c.U, factor) });

    /// <summary>The external force without the charge: charges all positive and V between opposites turned round cannot be had, so U alone acts wrongly.</summary>
    public static Func<ISolver, ISolver> ForcesTooLarge(double factor) =>
        OtherCase(c => c with { V = new MisstatedTorusPotential(c.V, Factor: factor), U = Times(c.U, factor) });

    /// <summary>The run with one coordinate of its row <paramref name="row"/> (from the end) moved; a half width moves with it.</summary>
    public static Func<ISolver, ISolver> Moved(int row, int coordinate, double by) =>
        SpoiledRun((_, run) =>
        {
            var x = run.X.Select(r => (double[])r.Clone()).ToImmutableArray();
            x[row < 0 ? x.Length + row : row][coordinate] += by;
            return run with { X = x };
        });

    /// <summary>Every row with its half widths changed.</summary>
    public static Func<ISolver, ISolver> HalfWidths(Func<TorusRun, int, double[], double[]> change) =>
        SpoiledRun((_, run) => run with { D = run.D is { } d ? [.. d.Select((row, k) => change(run, k, row))] : null });

    /// <summary>The last row with its half widths times a factor, its positions as they were.</summary>
    public static Func<ISolver, ISolver> LastHalfWidths(double factor) =>
        HalfWidths((run, k, row) => k == run.Times.Length - 1 ? [.. row.Select(d => factor * d)] : row);

    /// <summary>Every row with its drifts changed.</summary>
    public static Func<ISolver, ISolver> Drifts(Func<TorusRun, int, double[], double[]> change) =>
        SpoiledRun((_, run) => run with { Drift = run.Drift is { } drift ? [.. drift.Select((row, k) => change(run, k, row))] : null });

    /// <summary>Positions wrapped into the cell.</summary>
    public static Func<ISolver, ISolver> Wrapped { get; } =
        SpoiledRun((_, run) => run with { X = [.. run.X.Select(row => row.Select(x => x - Math.Floor(x)).ToArray())] });

    /// <summary>Particles confined to slip planes drift in the second component.</summary>
    public static Func<ISolver, ISolver> DriftingPlanes { get; } =
        SpoiledRun((subject, run) => run with
        {
            X = [.. run.X.Select((row, k) => row.Select((x, i) => i % 2 == 1 && subject.Dimension == 2 ? x + (1e-9 * k) : x).ToArray())],
        });

    /// <summary>Slip planes ignored.</summary>
    public static Func<ISolver, ISolver> FreeOfPlanes { get; } = OtherCase(c => c with { Motion = TorusMotion.Isotropic });

    /// <summary>The run with one charge turned round in its last row.</summary>
    public static Func<ISolver, ISolver> FlippedCharge { get; } =
        SpoiledRun((_, run) => run with { B = run.B.SetItem(run.B.Length - 1, [.. run.B[^1].Select((b, i) => i == 0 ? -b : b)]) });

    /// <summary>The energies stated are changed.</summary>
    public static Func<ISolver, ISolver> StatedEnergy(Func<TorusCase, double, double> change) =>
        SpoiledRun((subject, run) => run with { Energy = run.Energy?.Select(e => change(subject, e)).ToImmutableArray() });

    /// <summary>The dissipation stated without its 1/n.</summary>
    public static Func<ISolver, ISolver> StatedDissipation { get; } =
        SpoiledRun((subject, run) => run with { Dissipation = run.Dissipation?.Select(d => subject.Count * d).ToImmutableArray() });

    /// <summary>The energy without its diagonal, V_delta(0)/(2n).</summary>
    public static Func<ISolver, ISolver> WithoutDiagonal { get; } =
        StatedEnergy((c, e) => e - (c.V.At(new double[c.Dimension]) / (2.0 * c.Count)));

    private static FourierPotential Times(FourierPotential u, double factor) =>
        new(u.Dimension, [.. u.Terms.Select(t => t with { Cos = factor * t.Cos, Sin = factor * t.Sin })]);
}

/// <summary>Cases on which the faults of paper B are shown.</summary>
public static class TorusExamples
{
    /// <summary>Five particles of both signs in the plane.</summary>
    public static TorusCase Plane { get; } = new(
        2,
        TorusMotion.Isotropic,
        new TorusGreenPotential(0.2),
        new FourierPotential(2, [FourierTerm.Cosine(0.1, 1, 0), FourierTerm.Sine(0.05, 1, 1)]),
        [0.1, 0.2, 0.6, 0.7, 0.3, 0.9, 0.85, 0.15, 0.45, 0.4],
        [1, -1, 1, 1, -1],
        0.1,
        [0, 0.025, 0.05, 0.075, 0.1],
        TorusCase.DefaultTolerance);

    /// <summary>The same on slip planes.</summary>
    public static TorusCase Slip { get; } = Plane with { Motion = TorusMotion.Slip, V = new TorusEdgePotential(0.2) };

    /// <summary>Four short dipoles on the circle that relax to the widths at which U holds them.</summary>
    public static TorusCase Relaxing { get; } = TorusCase.OfDipoles(
        1,
        TorusMotion.Isotropic,
        new TorusLogRegularisedPotential(1e-3),
        new FourierPotential(1, [FourierTerm.Cosine(0.1, 1)]),
        [0.1, 0.35, 0.6, 0.85],
        [2e-4, -3e-4, 1e-4, 3e-4],
        0.1,
        [0, 0.05, 0.1],
        1e-9);

    /// <summary>Five particles of both signs on the circle, one of which goes round it.</summary>
    public static TorusCase Circle { get; } = new(
        1,
        TorusMotion.Isotropic,
        new TorusLogRegularisedPotential(0.05),
        new FourierPotential(1, [FourierTerm.Cosine(0.1, 1)]),
        [0.02, 0.25, 0.5, 0.66, 0.97],
        [1, -1, 1, 1, 1],
        0.1,
        [0, 0.02, 0.04, 0.06, 0.08, 0.1],
        TorusCase.DefaultTolerance);

    /// <summary>Numbers for the solvable cases.</summary>
    public static TorusNumbers Numbers { get; } = new(4, 0.4, 0.05, 0.5, 0.5, 0.3, 0.4);

    /// <summary>Numbers for the short dipoles.</summary>
    public static ShortDipoles Dipoles { get; } = new(3, 0.5, 0.8, 3.5, 0.8, 7, 0.5);

    /// <summary>The logarithm on the circle, regularised, and a potential of two waves.</summary>
    public static TorusPotentialPair CirclePotentials { get; } = new(
        new TorusLogRegularisedPotential(0.1), new FourierPotential(1, [FourierTerm.Cosine(0.1, 1), FourierTerm.Sine(0.05, 2)]));

    /// <summary>The Green's function, regularised, and a potential of two waves.</summary>
    public static TorusPotentialPair PlanePotentials { get; } = new(
        new TorusGreenPotential(0.2), new FourierPotential(2, [FourierTerm.Cosine(0.1, 1, 0), FourierTerm.Sine(0.05, 1, 1)]));
}
