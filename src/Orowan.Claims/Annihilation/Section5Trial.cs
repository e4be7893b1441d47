using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A case of densities with its run, as the claims of section 5 see it. Built once for each run and shared by all claims.</summary>
internal sealed class Section5Trial
{
    /// <summary>Sums over cells, of masses and moments: this share of them is rounding, and that of numbers written by another program.</summary>
    public const double Rounding = 1e-10;

    private static readonly ConditionalWeakTable<DensityRun, Section5Trial> Trials = [];

    private readonly Lazy<ImmutableArray<(double Energy, double Uncertainty)>> energies;

    private Section5Trial(DensityCase subject, DensityRun run)
    {
        (Case, Run) = (subject, run);
        Uncertainty = subject.ErrorOf(run);
        (Plus, Minus) = (subject.Plus.Mass, subject.Minus.Mass);
        energies = new(() => [.. run.Rows.Select(EnergyOf)]);
    }

    public DensityCase Case { get; }

    public DensityRun Run { get; }

    public ImmutableArray<DensityRow> Rows => Run.Rows;

    /// <summary>The error of a row in W_2.</summary>
    public double Uncertainty { get; }

    /// <summary>m_+.</summary>
    public double Plus { get; }

    /// <summary>m_-.</summary>
    public double Minus { get; }

    /// <summary>The energy of each row, and how wrong it may be: what it changes when cells are merged two by two.</summary>
    public ImmutableArray<(double Energy, double Uncertainty)> Energies => energies.Value;

    /// <summary>
    /// c = A^-_V (m_+^2 + m_-^2) + 2 A^-_W m_+ m_-, the rate of growth of the second moment: the limit of that of A-4.5-i, where n_+-/n tends
    /// to m_+-.
    /// </summary>
    public double MomentGrowth =>
        (Case.V.RepulsionBound * ((Plus * Plus) + (Minus * Minus))) + (2 * Case.W.RepulsionBound * Plus * Minus);

    /// <summary>M_2(0) + c t.</summary>
    public double SecondMomentBound(double time) => Case.Plus.Moment(2) + Case.Minus.Moment(2) + (MomentGrowth * time);

    /// <summary>
    /// 2 K (M_2(0) + c t), by which annihilations up to t can raise the energy. A mass dm of each sign that annihilates at y takes
    /// (V + W) * |kappa|(y) dm >= -2 K (y^2 + M_2) dm with it; the ghosts' y^2 dm sum to at most M_2/2, and dm to at most 1/2.
    /// </summary>
    public double EnergyGain(double time) => 2 * Admissibility.QuadraticLowerBound(Case.V, Case.W) * SecondMomentBound(time);

    public static Section5Trial Of(DensityCase subject, ISolver solver)
    {
        var run = solver.Solve(subject);
        var trial = Trials.GetValue(run, r => new Section5Trial(subject, r));
        return ReferenceEquals(trial.Case, subject) ? trial : new Section5Trial(subject, run);
    }

    /// <summary>A claim about the densities of (1.3) under Assumption 2.1.</summary>
    public static Claim<DensityCase> About(
        string id, string label, string statement, string derivation, Func<Section5Trial, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, c => Admissibility.ReasonAgainst(c.V, c.W), (c, solver) => check(Of(c, solver)));

    /// <summary>The integral of x^k against rho^+ + rho^-, exact for densities constant on cells.</summary>
    public static double Moment(DensityRow row, int k)
    {
        double sum = 0;
        for (var i = 0; i < row.Plus.Length; i++)
        {
            var (low, high) = (row.Low + (i * row.Width), row.Low + ((i + 1) * row.Width));
            sum += (row.Plus[i] + row.Minus[i]) * (Math.Pow(high, k + 1) - Math.Pow(low, k + 1)) / (k + 1);
        }
        return sum;
    }

    /// <summary>The largest |x| of a cell that is not empty.</summary>
    public static double Reach(DensityRow row) =>
        Enumerable.Range(0, row.Plus.Length)
            .Where(i => row.Plus[i] + row.Minus[i] > 0)
            .Select(i => Math.Max(Math.Abs(row.Low + (i * row.Width)), Math.Abs(row.Low + ((i + 1) * row.Width))))
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>The blocks of what is alive, from the left: sign, left and right end. Cells below a share of 1e-9 of the densest are empty.</summary>
    public static ImmutableArray<(int Sign, double Low, double High)> Blocks(DensityRow row)
    {
        var kappa = row.Kappa();
        var least = 1e-9 * kappa.Select(Math.Abs).DefaultIfEmpty(0).Max();
        var blocks = ImmutableArray.CreateBuilder<(int Sign, double Low, double High)>();
        for (var i = 0; i < kappa.Length; i++)
        {
            if (Math.Abs(kappa[i]) <= least) continue;
            var (sign, low, high) = (Math.Sign(kappa[i]), row.Low + (i * row.Width), row.Low + ((i + 1) * row.Width));
            if (blocks.Count > 0 && blocks[^1].Sign == sign) blocks[^1] = (sign, blocks[^1].Low, high);
            else blocks.Add((sign, low, high));
        }
        return blocks.ToImmutable();
    }

    private (double Energy, double Uncertainty) EnergyOf(DensityRow row)
    {
        var energy = DensityEnergy.Of(Case.V, Case.W, row);
        var coarse = DensityEnergy.Of(Case.V, Case.W, DensityEnergy.Coarsened(row));
        return (energy, Math.Abs(coarse - energy) + Rounding);
    }
}
