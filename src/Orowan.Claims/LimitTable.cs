using System.Collections.Immutable;
using Orowan.Claims.Annihilation;
using Orowan.Claims.MultipleSigns;
using Orowan.Formats;

namespace Orowan.Claims;

/// <summary>A rung of one sequence delta_n.</summary>
/// <param name="Count">n.</param>
/// <param name="Delta">delta_n.</param>
/// <param name="Condition">log10 of exp(3 lambda T) W(mu_n(0), rho_0), which (3.2) of B asks to tend to -infinity.</param>
/// <param name="ToRegularised">W(mu_n(T), rho_delta(T)), rho_delta the densities with the same V_delta; null where they are not computed.</param>
/// <param name="ToLimit">W(mu_n(T), rho(T)), rho the densities with V itself.</param>
public sealed record LimitRung(int Count, double Delta, double Condition, double? ToRegularised, double ToLimit);

/// <summary>One sequence delta_n on a ladder of n.</summary>
/// <param name="Name">delta_n as a formula, and where it stands.</param>
/// <param name="Slope">The exponent of W(mu_n(T), rho(T)) in n.</param>
/// <param name="Error">Three standard errors of it.</param>
public sealed record LimitSequence(string Name, ImmutableArray<LimitRung> Rungs, double Slope, double Error);

/// <summary>What the limits of both papers come to, on one example each: the table and the picture of a report.</summary>
/// <param name="Sequences">B: slow delta_n inside (3.2), slow outside, fast; from the same rho_0.</param>
/// <param name="Standstill">B: W(rho_0, rho(T)), where the fast sequence goes.</param>
/// <param name="Horizon">B: T.</param>
/// <param name="Strength">B: A, U = A cos(2 pi x)/(2 pi).</param>
/// <param name="Density">A: the densities of (1.3) at the last time.</param>
/// <param name="Start">A: the densities at the start.</param>
/// <param name="Places">A: places of the particles at the last time.</param>
/// <param name="Charges">A: their charges then, 0 for the annihilated.</param>
/// <param name="Distance">A: W(mu_n, rho) at the last time.</param>
/// <param name="Uncertainty">A: the stated error of the densities in W.</param>
public sealed record LimitTable(
    ImmutableArray<LimitSequence> Sequences,
    double Standstill,
    double Horizon,
    double Strength,
    DensityRow Density,
    DensityRow Start,
    ImmutableArray<double> Places,
    ImmutableArray<int> Charges,
    double Distance,
    double Uncertainty)
{
    /// <summary>c = 0.25, p = 1/4, A = 4, T = 0.05.</summary>
    private static readonly TorusNumbers Numbers = new(8, 0.5, 0.1, 1, 1, 0.25, 0.4);

    private static readonly int[] Ladder = [8, 16, 32, 64, 128];

    /// <summary>Computes everything, the same for the same solver.</summary>
    public static LimitTable Of(ISolver solver)
    {
        var limits = SlowAndFast.Of(Numbers);
        var rho = solver.Solve(limits.Densities(0));
        var sequences = new[]
        {
            (Regularisation.Inside, "(6T/log n)^(1/2), inside (3.2)"),
            (Regularisation.Outside, "n^(-1/2), outside (3.2)"),
            (Regularisation.Fast, "n^(-7/2), short dipoles"),
        };
        var subject = Section5Faults.Meeting with { Cells = 128 };
        var density = solver.Solve(subject);
        var last = ParticleLadder.Of(subject, solver).Last;
        var run = last.Trial.Run;
        return new(
            [.. sequences.Select(s => Sequence(limits, rho, s.Item1, s.Item2, solver))],
            SlowAndFast.Distance(rho.Rows[0], rho.Rows[^1]),
            limits.Horizon,
            limits.Strength,
            density.Rows[^1],
            density.Rows[0],
            [.. run.X[^1]],
            [.. run.B[^1]],
            Math.Sqrt(last.SquaredDistance(density.Rows[^1], run.Times.Length - 1)),
            subject.ErrorOf(density));
    }

    private static LimitSequence Sequence(SlowAndFast limits, GromaBaloghRun rho, Regularisation regularisation, string name, ISolver solver)
    {
        ImmutableArray<LimitRung> rungs = [.. Ladder.Select(n => Rung(limits, rho, regularisation, n, solver))];
        var (slope, error) = Rates.Of([.. rungs.Select(rung => ((double)rung.Count, rung.ToLimit, 0.0))]);
        return new(name, rungs, slope, error);
    }

    private static LimitRung Rung(SlowAndFast limits, GromaBaloghRun rho, Regularisation regularisation, int n, ISolver solver)
    {
        var subject = limits.Particles(regularisation, n);
        var run = solver.Solve(subject);
        var (delta, row) = (subject.V.Delta, run.Times.Length - 1);
        var condition = ((3 * subject.V.HessianBound * limits.Horizon) + Math.Log(SlowAndFast.Distance(run, 0, rho.Rows[0]))) / Math.Log(10);
        double? regularised = regularisation == Regularisation.Fast ? null : SlowAndFast.Distance(run, row, solver.Solve(limits.Densities(delta)).Rows[^1]);
        return new(n, delta, condition, regularised, SlowAndFast.Distance(run, row, rho.Rows[^1]));
    }
}
