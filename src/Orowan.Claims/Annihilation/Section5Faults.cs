using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Broken solvers of (1.3), made from one that works.</summary>
internal static class Section5Faults
{
    /// <summary>Two semicircles of opposite sign, which meet and annihilate.</summary>
    public static DensityCase Meeting { get; } = Case(new ZeroPotential(), [new SemicirclePart(-0.75, 0.5, 0.6)], [new SemicirclePart(0.75, 0.5, 0.4)]);

    /// <summary>The same, attracting each other.</summary>
    public static DensityCase Attracting { get; } = Case(LineExamples.Attraction(1), [new SemicirclePart(-0.75, 0.5, 0.6)], [new SemicirclePart(0.75, 0.5, 0.4)]) with { Cells = 128 };

    /// <summary>As <see cref="Meeting"/>, on more cells, so that more particles stand beside it.</summary>
    public static DensityCase Finely { get; } = Meeting with { Cells = 128 };

    /// <summary>Two blocks of opposite sign that touch at 0.</summary>
    public static DensityCase Touching { get; } = Case(new ZeroPotential(), [StepPart.Block(-1, 0, 0.5)], [StepPart.Block(0, 1, 0.5)]);

    /// <summary>Everything of one sign.</summary>
    public static DensityCase Alone { get; } = Case(new ZeroPotential(), [new SemicirclePart(0, 0.5, 1)], []);

    /// <summary>Every row after the first changed.</summary>
    public static Func<ISolver, ISolver> Rows(Func<DensityRow, DensityRow> change) =>
        Run((_, run) => run with { Rows = [.. run.Rows.Select((row, k) => k == 0 ? row : change(row))] });

    /// <summary>The rows in reverse order at the same times.</summary>
    public static Func<ISolver, ISolver> Reversed { get; } =
        Run((_, run) => run with { Rows = [.. run.Rows.Select((row, k) => run.Rows[^(k + 1)] with { Time = row.Time })] });

    /// <summary>Solves another case and returns its run as the run of this one.</summary>
    public static Func<ISolver, ISolver> OtherCase(Func<DensityCase, DensityCase> change) => solver => new ReplacedSolver<DensityCase, DensityRun>(solver, (c, s) => s.Solve(change(c)));

    /// <summary>Like charges attract.</summary>
    public static Func<ISolver, ISolver> WrongSign { get; } = OtherCase(c => c with { V = new NegatedPotential(c.V) });

    /// <summary>What is annihilated lies two units to the right of where it met: masses agree, places do not.</summary>
    public static Func<ISolver, ISolver> MisplacedGhosts { get; } = Rows(row =>
    {
        var shift = (int)Math.Round(2 / row.Width);
        var ghosts = row.Plus.Zip(row.Minus, Math.Min).ToArray();
        double[] Move(int sign) => [.. row.Alive(sign).Concat(new double[shift]).Select((alive, i) => alive + (i >= shift ? ghosts[i - shift] : 0))];
        return row with { Plus = Move(1), Minus = Move(-1) };
    });

    /// <summary>The singularity of V cut off at a quarter of the initial hull: the kernel does not see what happens within.</summary>
    public static Func<ISolver, ISolver> UnderResolved { get; } = OtherCase(c => c with { V = new RegularisedLogPotential((c.High - c.Low) / 4) });

    /// <summary>The run spoiled.</summary>
    public static Func<ISolver, ISolver> Run(Func<DensityCase, DensityRun, DensityRun> spoil) => solver => new ReplacedSolver<DensityCase, DensityRun>(solver, (c, s) => spoil(c, s.Solve(c)));

    private static DensityCase Case(Potential w, ImmutableArray<DensityPart> plus, ImmutableArray<DensityPart> minus) =>
        new(new LogPotential(), w, new(plus), new(minus), 0.5, [0, 0.125, 0.25, 0.375, 0.5], 64, DensityCase.DefaultTolerance);
}
