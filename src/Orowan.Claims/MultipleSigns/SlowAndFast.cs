using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>How delta_n goes to 0, and where the particles start.</summary>
internal enum Regularisation
{
    /// <summary>delta_n = (6T/log n)^(1/2), for which (3.2) holds; signs alternate at the n middle quantiles of rho_0.</summary>
    Inside,

    /// <summary>delta_n = n^(-1/2), outside (3.2); the same start.</summary>
    Outside,

    /// <summary>delta_n = n^(-7/2); n/2 short dipoles at the middle quantiles of rho_0.</summary>
    Fast,
}

/// <summary>
/// Particles on the circle and the Groma-Balogh densities from one initial density, rho^+ = rho^- = rho_0/2, rho_0 = 1 + c cos(2 pi (x - p)), V = -log
/// and U = A cos(2 pi x)/(2 pi): Theorem 3.3 of B where delta_n is slow, Theorem 4.1 where it is fast. Made once for each subject, so that runs are shared.
/// </summary>
internal sealed class SlowAndFast
{
    /// <summary>The most <see cref="TorusNumbers.Count"/> that is judged: ladders cost more than all else that is made of such numbers.</summary>
    public const int MostCount = 8;

    /// <summary>Wanted error of positions and of densities: far below the distances of order 1/n.</summary>
    private const double Tolerance = 1e-4;

    /// <summary>Points of a density when it is compared: its cells are exact to their square.</summary>
    private const int Points = 256;

    /// <summary>A density below this is taken for it where errors are divided by it: what is nearly empty says nothing of places.</summary>
    public const double LeastDensity = 1e-3;

    private static readonly ConditionalWeakTable<TorusNumbers, SlowAndFast> Made = [];

    private readonly TorusNumbers subject;
    private readonly ConcurrentDictionary<(Regularisation, int), Lazy<TorusCase>> particles = new();
    private readonly ConcurrentDictionary<double, Lazy<GromaBaloghCase>> densities = new();

    private SlowAndFast(TorusNumbers subject)
    {
        this.subject = subject;
        Initial = new(ContrastOf(subject), subject.X1);
        (Strength, Horizon) = (2 + (2 * subject.Amplitude), 0.03 + (0.02 * Math.Min(1, subject.Time)));
        External = new(1, [FourierTerm.Cosine(Strength / (2 * Math.PI), 1)]);
    }

    /// <summary>rho_0, with c below 1/2.</summary>
    public CosineDensity Initial { get; }

    /// <summary>A of U, between 2 and 4.</summary>
    public double Strength { get; }

    /// <summary>T, between 0.03 and 0.05.</summary>
    public double Horizon { get; }

    public FourierPotential External { get; }

    /// <summary>c of the initial densities.</summary>
    public static double ContrastOf(TorusNumbers subject) => 0.5 * subject.Gap;

    /// <summary>Why there is no ladder for these numbers; null when there is one.</summary>
    public static string? ReasonAgainst(TorusNumbers subject) => subject.Count > MostCount ? $"no ladder is made of a count of more than {MostCount}" : null;

    /// <summary>n of the rungs.</summary>
    public static ImmutableArray<int> Ladder { get; } = [8, 16, 32];

    /// <summary>A claim about such ladders.</summary>
    public static Claim<TorusNumbers> About(
        string id, string label, string statement, string derivation, Func<TorusNumbers, ISolver, IEnumerable<Comparison>> check) =>
        new(id, label, statement, derivation, ReasonAgainst, check);

    public static SlowAndFast Of(TorusNumbers subject) => Made.GetValue(subject, s => new(s));

    public double Delta(Regularisation regularisation, int n) => regularisation switch
    {
        Regularisation.Inside => Math.Sqrt(6 * Horizon / Math.Log(n)),
        Regularisation.Outside => Math.Pow(n, -0.5),
        _ => Math.Pow(n, -3.5),
    };

    /// <summary>The particles of a rung.</summary>
    public TorusCase Particles(Regularisation regularisation, int n) => Shared(particles, (regularisation, n), () => Make(regularisation, n));

    /// <summary>The densities with V_delta, with V itself for delta = 0.</summary>
    public GromaBaloghCase Densities(double delta) => Shared(densities, delta, () => new GromaBaloghCase(
        1, TorusMotion.Isotropic, subject.Kernels.Log(delta), External, 0, Half(), Half(), Horizon, Times, null, Tolerance));

    /// <summary>W of a row of particles to a row of densities, by species, each in proportion.</summary>
    public static double Distance(TorusRun run, int row, GromaBaloghRow density) =>
        Math.Sqrt(new[] { 1, -1 }.Sum(sign => CircleQuantiles.SquaredDistance(Atoms(run, row, sign), Cells(density.Of(sign)))));

    /// <summary>W of two rows of densities, by species.</summary>
    public static double Distance(GromaBaloghRow first, GromaBaloghRow second) =>
        Math.Sqrt(new[] { 1, -1 }.Sum(sign => CircleQuantiles.SquaredDistance(Cells(first.Of(sign)), Cells(second.Of(sign)))));

    /// <summary>W of the particles in a row to those at the start, at most: each goes to itself.</summary>
    public static double Moved(TorusRun run, int row) => Math.Sqrt(run.X[row].Zip(run.X[0], (x, y) => (x - y) * (x - y)).Sum() / run.B[row].Length);

    /// <summary>
    /// How wrong a distance to these densities is: an error e of a density moves its quantiles by at most e/rho, and so do its cells, whose
    /// error is at most h^2 |rho'|/8, |rho'| from the values, the last and the first being neighbours.
    /// </summary>
    public double Error(GromaBaloghRun run)
    {
        var (stated, worst) = (Densities(0).ErrorOf(run), 0.0);
        foreach (var values in run.Rows.SelectMany(row => new[] { row.Plus, row.Minus }))
        {
            var steepest = values.Zip(values.Skip(1).Append(values[0]), (a, b) => Math.Abs(a - b)).Max() * values.Length;
            worst = Math.Max(worst, (stated + (steepest / (8.0 * Points * Points))) / Math.Max(LeastDensity, values.Min()));
        }
        return worst;
    }

    private ImmutableArray<double> Times => [0, Horizon / 2, Horizon];

    private TorusCase Make(Regularisation regularisation, int n)
    {
        var v = subject.Kernels.Log(Delta(regularisation, n));
        if (regularisation != Regularisation.Fast)
        {
            ImmutableArray<double> x = [.. Enumerable.Range(0, n).Select(i => Initial.Quantile((i + 0.5) / n))];
            return new(1, TorusMotion.Isotropic, v, External, x, [.. x.Select((_, i) => i % 2 == 0 ? 1 : -1)], Horizon, Times, Tolerance);
        }
        ImmutableArray<double> z = [.. Enumerable.Range(0, n / 2).Select(i => Initial.Quantile((i + 0.5) * 2 / n))];
        ImmutableArray<double> d = [.. z.Select((_, i) => (i % 2 == 0 ? 0.25 : -0.25) * v.Delta)];
        return TorusCase.OfDipoles(1, TorusMotion.Isotropic, v, External, z, d, Horizon, Times, Tolerance);
    }

    private SeriesDensity Half()
    {
        var (sin, cos) = Math.SinCos(2 * Math.PI * subject.X1);
        return new(new(1, [FourierTerm.Cosine(0.5, 0), FourierTerm.Cosine(0.5 * Initial.Contrast * cos, 1), FourierTerm.Sine(0.5 * Initial.Contrast * sin, 1)]));
    }

    private static IEnumerable<QuantilePiece> Atoms(TorusRun run, int row, int sign) =>
        CircleQuantiles.Atoms(run.X[row].Where((_, i) => run.B[row][i] == sign), 1.0 / run.B[row].Length);

    /// <summary>Cells about the points of a grid of at least <see cref="Points"/>, scaled to the mass 1/2 that each species has.</summary>
    private static IEnumerable<QuantilePiece> Cells(double[] values)
    {
        double[] fine = values.Length >= Points ? values : new SampledDensity(1, [.. values]).Values(Points);
        var (h, sum) = (1.0 / fine.Length, fine.Sum(value => Math.Max(0, value)));
        for (var i = 0; i < fine.Length; i++) yield return new(0.5 * Math.Max(0, fine[i]) / sum, (i - 0.5) * h, (i + 0.5) * h);
    }

    private static TCase Shared<TKey, TCase>(ConcurrentDictionary<TKey, Lazy<TCase>> made, TKey key, Func<TCase> make)
        where TKey : notnull => made.GetOrAdd(key, _ => new Lazy<TCase>(make)).Value;
}
