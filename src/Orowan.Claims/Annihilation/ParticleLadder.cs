using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Continuum;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>
/// Particles that approximate the initial densities of a case as hypothesis (i) to (iii) of Theorem 5.1 of A ask for, n = 10, 20, 40, ...: the
/// middle quantiles of each species. W(mu_n(0), rho(0)) is of order 1/n, there are as many blocks as the densities have.
/// </summary>
internal sealed class ParticleLadder
{
    /// <summary>n of the first rung; masses are multiples of 1/n.</summary>
    public const int First = 10;

    /// <summary>Wanted error of positions, as a multiple of the length of the case: what is compared is of the order of 1/n.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>Cells of a case that does not state them.</summary>
    private const int UsualCells = 64;

    /// <summary>How far n m may be from a whole number, as masses are sums of doubles.</summary>
    private const double Slack = 1e-9;

    private static readonly ConditionalWeakTable<DensityCase, ImmutableArray<LineCase>.Builder> Made = [];

    private static readonly ConditionalWeakTable<DensityCase, DensityCase> Halves = [];

    private static readonly ConditionalWeakTable<DensityCase, DensityCase> Doubles = [];

    private readonly Lazy<ImmutableArray<DensityRow>> coarse;
    private readonly Lazy<Section5Trial> fine;

    private ParticleLadder(DensityCase subject, WithOurs ours)
    {
        Rungs = [.. Cases(subject).Select(rung => new ParticleRung(LineTrial.Of(rung, ours)))];
        coarse = new(() => ours.Solve(Halves.GetValue(subject, s => s with { Cells = Math.Max(DensityCase.FewestCells, CellsOf(s) / 2) })).Rows);
        fine = new(() => Section5Trial.Of(Doubles.GetValue(subject, s => s with { Cells = 2 * CellsOf(s) }), ours));
    }

    /// <summary>n, 2n, 4n, ..., as far as 5/8 of the cells that the case asks for, and at least three.</summary>
    public ImmutableArray<ParticleRung> Rungs { get; }

    /// <summary>The rung with the most particles.</summary>
    public ParticleRung Last => Rungs[^1];

    /// <summary>The densities on half as many cells as the case asks for.</summary>
    public ImmutableArray<DensityRow> Coarse => coarse.Value;

    /// <summary>The densities on twice as many cells as the case asks for.</summary>
    public Section5Trial Fine => fine.Value;

    /// <summary>How wrong a distance between the last two rungs is, for a mass of 1.</summary>
    public double LastError => Rungs[^2].Trial.Uncertainty + Last.Trial.Uncertainty;

    /// <summary>Why the case has no such particles; null when it has.</summary>
    public static string? ReasonAgainst(DensityCase subject)
    {
        if (Math.Abs(subject.Plus.Mass + subject.Minus.Mass - 1) > Slack) return "the total mass is not 1";
        if (new[] { 1, -1 }.Any(sign => Math.Abs(Whole(subject, sign, First) - (First * subject.Of(sign).Mass)) > First * Slack))
            return $"the masses are no multiples of 1/{First}";
        var blocks = subject.Plus.Parts.Select(part => (part.Low, part.High, Sign: 1)).Concat(subject.Minus.Parts.Select(part => (part.Low, part.High, Sign: -1))).OrderBy(part => part.Low).ToArray();
        return blocks.Zip(blocks.Skip(1)).Any(pair => pair.First.Sign != pair.Second.Sign && pair.First.High > pair.Second.Low + (Slack * (pair.Second.High - pair.First.Low)))
            ? "the supports of opposite signs overlap"
            : null;
    }

    /// <summary>The ladder of <paramref name="subject"/>; where the solver knows only one run, the others are ours.</summary>
    public static ParticleLadder Of(DensityCase subject, ISolver solver) => new(subject, new WithOurs(solver));

    /// <summary>The same objects each time, so that runs are shared.</summary>
    private static ImmutableArray<LineCase> Cases(DensityCase subject)
    {
        var made = Made.GetValue(subject, _ => ImmutableArray.CreateBuilder<LineCase>());
        lock (made)
        {
            if (made.Count == 0)
            {
                for (var n = First; n <= 4 * First || 8 * n <= 5 * CellsOf(subject); n *= 2) made.Add(Make(subject, n));
            }
            return made.ToImmutable();
        }
    }

    private static LineCase Make(DensityCase subject, int n)
    {
        var particles = new[] { 1, -1 }
            .SelectMany(sign => Places(subject.Of(sign), Whole(subject, sign, n)).Select(x => (X: x, B: sign)))
            .OrderBy(particle => particle.X)
            .ToArray();
        return new(subject.V, subject.W, [.. particles.Select(p => p.X)], [.. particles.Select(p => p.B)], subject.T, subject.Output, Tolerance);
    }

    private static int CellsOf(DensityCase subject) => subject.Cells ?? UsualCells;

    private static int Whole(DensityCase subject, int sign, int n) => (int)Math.Round(n * subject.Of(sign).Mass);

    private static IEnumerable<double> Places(Density density, int count) =>
        Enumerable.Range(0, count).Select(i => density.Quantile((i + 0.5) * density.Mass / count));
}

/// <summary>A measure as the difference of two.</summary>
internal sealed record SignedPieces(IEnumerable<QuantilePiece> Plus, IEnumerable<QuantilePiece> Minus)
{
    /// <summary>What is alive of the sign, in a row of densities.</summary>
    public static IEnumerable<QuantilePiece> Alive(DensityRow row, int sign) => QuantileTransport.Cells(row.Low, row.Width, row.Alive(sign));

    /// <summary>kappa in a row of densities.</summary>
    public static SignedPieces Kappa(DensityRow row) => new(Alive(row, 1), Alive(row, -1));

    /// <summary>The distance by distribution functions, exactly.</summary>
    public double To(SignedPieces other) => DistributionFunctions.Distance(Plus.Concat(other.Minus), Minus.Concat(other.Plus));
}

/// <summary>A rung with its run.</summary>
internal sealed class ParticleRung(LineTrial trial)
{
    public LineTrial Trial { get; } = trial;

    /// <summary>n.</summary>
    public int Count => Trial.Count;

    /// <summary>The number of rows that the run has of those asked for.</summary>
    public int Rows => Trial.Run.Times.Length;

    /// <summary>mu_n^+- in row <paramref name="row"/>, those that were annihilated included.</summary>
    public IEnumerable<QuantilePiece> Species(int row, int sign) => Atoms(row, i => Trial.Case.B[i] == sign);

    /// <summary>[kappa_n]_+- in row <paramref name="row"/>.</summary>
    public IEnumerable<QuantilePiece> Alive(int row, int sign) => Atoms(row, i => Trial.Run.B[row][i] == sign);

    /// <summary>kappa_n in row <paramref name="row"/>, as the alive of either sign.</summary>
    public SignedPieces Kappa(int row) => new(Alive(row, 1), Alive(row, -1));

    /// <summary>W^2 by species to another rung.</summary>
    public double SquaredDistance(ParticleRung other, int row) =>
        new[] { 1, -1 }.Sum(sign => QuantileTransport.SquaredDistance(Species(row, sign), other.Species(row, sign)));

    /// <summary>W^2 by species to a density.</summary>
    public double SquaredDistance(DensityRow density, int row) =>
        new[] { 1, -1 }.Sum(sign => QuantileTransport.SquaredDistance(Species(row, sign), QuantileTransport.Of(density, sign)));

    private IEnumerable<QuantilePiece> Atoms(int row, Func<int, bool> wanted) =>
        QuantileTransport.Atoms(Trial.Run.X[row].Where((_, i) => wanted(i)), 1.0 / Count);
}

/// <summary>A solver and, for cases it does not know, ours: a run that was made elsewhere is judged beside runs of other cases.</summary>
internal sealed class WithOurs(ISolver solver) : ISolver
{
    private static readonly ReferenceSolver Ours = new();

    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run
    {
        try
        {
            return solver.Solve(subject);
        }
        catch (NotSupportedException)
        {
            return Ours.Solve(subject);
        }
    }
}
