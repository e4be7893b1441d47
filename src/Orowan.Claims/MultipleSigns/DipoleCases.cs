using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>The settings of B, section 4.</summary>
internal enum DipoleSetting
{
    /// <summary>d = 1, section 4.2.1.</summary>
    Circle,

    /// <summary>d = 2, isotropic, section 4.2.2.</summary>
    Plane,

    /// <summary>d = 2, slip planes, V singular, section 4.3.</summary>
    Slip,
}

/// <summary>Ladders of short dipoles made from <see cref="ShortDipoles"/>; the same numbers always give the same case objects, so that runs are shared.</summary>
internal static class DipoleCases
{
    /// <summary>gamma of (V3)_I: the force between two particles at distance 2 gamma delta = delta is the largest there is.</summary>
    public const double Gamma = 0.5;

    private const double Golden = 0.6180339887498949;

    private static readonly ConditionalWeakTable<ShortDipoles, Dictionary<(DipoleSetting, int, double), TorusCase>> Made = [];

    /// <summary>
    /// Wanted error of a run as a multiple of the width of the well: rates need no more, and the drift, (n delta)^2 of that width, keeps
    /// three digits.
    /// </summary>
    private const double Tolerance = 1e-8;

    /// <summary>n of a rung: 1, 2, 4 times the first on the circle; 4, 8, 12 in the plane, where a dipole costs more.</summary>
    public static int Count(ShortDipoles subject, int rung, DipoleSetting setting = DipoleSetting.Circle) =>
        setting == DipoleSetting.Circle ? 2 * subject.Pairs << rung : 4 * (1 + rung);

    /// <summary>delta_n = n^-p.</summary>
    public static double Delta(int count, double power) => Math.Pow(count, -power);

    /// <summary>The case of a rung with the subject's own p.</summary>
    public static TorusCase Of(ShortDipoles subject, DipoleSetting setting, int rung) => Of(subject, setting, rung, subject.Power);

    /// <summary>The case of a rung with another p.</summary>
    public static TorusCase Of(ShortDipoles subject, DipoleSetting setting, int rung, double power) =>
        Shared(subject, (setting, rung, power), () => Make(subject, setting, rung, power));

    /// <summary>The external potential: a cos(2 pi x)/(2 pi) on the circle, a/4 (cos 2 pi x1 + sin(2 pi (x1 + x2)))/(2 pi) in the plane.</summary>
    public static FourierPotential External(ShortDipoles subject, int dimension) => dimension == 1
        ? new(1, [FourierTerm.Cosine(subject.Amplitude / (2 * Math.PI), 1)])
        : new(2, [FourierTerm.Cosine(subject.Amplitude / (8 * Math.PI), 1, 0), FourierTerm.Sine(subject.Amplitude / (8 * Math.PI), 1, 1)]);

    /// <summary>0, then times that double from a quarter of the time n delta^2 in which a dipole relaxes, up to the horizon; delta^3 among them.</summary>
    public static ImmutableArray<double> Rows(int count, double delta, double horizon)
    {
        var times = new SortedSet<double> { 0, horizon };
        if (delta * delta * delta < horizon) times.Add(delta * delta * delta);
        for (var t = 0.25 * count * delta * delta; t < 0.9 * horizon; t *= 2) times.Add(t);
        return [.. times];
    }

    /// <summary>The slip case of a rung with the regularised V and both particles of each dipole on one slip plane (Remark 4.7).</summary>
    public static TorusCase SamePlane(ShortDipoles subject, int rung)
    {
        var like = Of(subject, DipoleSetting.Plane, rung);
        return Shared(subject, (DipoleSetting.Slip, rung, -1), () => TorusCase.OfDipoles(
            2,
            TorusMotion.Slip,
            subject.Kernels.Edge(like.V.Delta),
            like.U,
            like.Dipoles!.Z,
            [.. like.Dipoles.D.Select((d, i) => i % 2 == 0 ? d : 0)],
            like.T,
            like.Output,
            like.Tolerance));
    }

    private static TorusCase Shared(ShortDipoles subject, (DipoleSetting, int, double) key, Func<TorusCase> make)
    {
        var made = Made.GetValue(subject, _ => []);
        lock (made)
        {
            if (!made.TryGetValue(key, out var known)) made[key] = known = make();
            return known;
        }
    }

    private static TorusCase Make(ShortDipoles subject, DipoleSetting setting, int rung, double power)
    {
        var count = Count(subject, rung, setting);
        var delta = Delta(count, power);
        var dimension = setting == DipoleSetting.Circle ? 1 : 2;
        var v = setting switch
        {
            DipoleSetting.Circle => subject.Kernels.Log(delta),
            DipoleSetting.Plane => subject.Kernels.Green(delta),
            _ => subject.Kernels.Edge(0),
        };
        return TorusCase.OfDipoles(
            dimension,
            setting == DipoleSetting.Slip ? TorusMotion.Slip : TorusMotion.Isotropic,
            v,
            External(subject, dimension),
            [.. Centres(subject, dimension, count / 2)],
            [.. HalfWidths(subject, setting, count / 2, delta)],
            subject.Time,
            Rows(count, delta, subject.Time),
            Tolerance);
    }

    /// <summary>Equidistant on the circle, cells of a square grid in the plane, each moved by at most a quarter of their distance.</summary>
    private static IEnumerable<double> Centres(ShortDipoles subject, int dimension, int pairs)
    {
        var side = dimension == 1 ? pairs : (int)Math.Ceiling(Math.Sqrt(pairs));
        for (var i = 0; i < pairs; i++)
        {
            for (var a = 0; a < dimension; a++)
            {
                var cell = a == 0 ? i % side : i / side;
                yield return (cell + 0.5 + (0.25 * subject.Jitter * Signed(subject, i, a))) / side;
            }
        }
    }

    /// <summary>Within the slow manifold: |d| &lt;= gamma delta; in slip 0.3 delta &lt;= |d_1|/width &lt;= delta and delta/8 &lt;= |d_2|/width &lt;= delta/2.</summary>
    private static IEnumerable<double> HalfWidths(ShortDipoles subject, DipoleSetting setting, int pairs, double delta)
    {
        for (var i = 0; i < pairs; i++)
        {
            var (first, second) = (Signed(subject, i, 2), Signed(subject, i, 3));
            switch (setting)
            {
                case DipoleSetting.Circle:
                    yield return subject.Width * Gamma * delta * Away(first, 0.3);
                    break;
                case DipoleSetting.Plane:
                    yield return subject.Width * Gamma * delta * Away(first, 0.3) * Math.Cos(Math.PI * second);
                    yield return subject.Width * Gamma * delta * Away(first, 0.3) * Math.Sin(Math.PI * second);
                    break;
                default:
                    yield return subject.Width * delta * Away(first, 0.3);
                    yield return 0.5 * subject.Width * delta * Away(second, 0.25);
                    break;
            }
        }
    }

    /// <summary>A number in [-1, 1] for dipole i, from a sequence that fills it evenly.</summary>
    private static double Signed(ShortDipoles subject, int i, int stream) =>
        ((i + 1 + (0.37 * subject.Pattern)) * (Golden + (0.0917 * stream))) is var x ? (2 * (x - Math.Floor(x))) - 1 : 0;

    /// <summary>The number moved away from 0: its size lies in [least, 1].</summary>
    private static double Away(double x, double least) => Math.CopySign(least + ((1 - least) * Math.Abs(x)), x);
}

/// <summary>A row of a run in the coordinates (4.1).</summary>
/// <param name="Time">Time.</param>
/// <param name="Z">Centres, row-major n/2 by d.</param>
/// <param name="D">Half widths, likewise, with digits of their own where the run has them.</param>
/// <param name="Drift">z(t) - z(0), likewise.</param>
internal sealed record DipoleRow(double Time, double[] Z, double[] D, double[] Drift);

/// <summary>A run of short dipoles in the coordinates (4.1).</summary>
internal sealed class DipoleRun
{
    private DipoleRun(TorusCase subject, TorusRun run)
    {
        Case = subject;
        Run = run;
        var (z0, m) = (subject.Dipoles!.Z, subject.Dipoles.Z.Length);
        Rows = [.. Enumerable.Range(0, run.Times.Length).Select(k =>
        {
            var drift = run.Drift?[k] ?? [.. Enumerable.Range(0, m).Select(i => (0.5 * (Positive(run.X[k], i) + Negative(run.X[k], i))) - z0[i])];
            var d = run.D?[k] ?? [.. Enumerable.Range(0, m).Select(i => 0.5 * (Positive(run.X[k], i) - Negative(run.X[k], i)))];
            return new DipoleRow(run.Times[k], [.. drift.Select((x, i) => z0[i] + x)], d, drift);
        })];
        Uncertainty = run.WidthUncertainty ?? (subject.ErrorOf(run) + Floating.Spacing);
    }

    public TorusCase Case { get; }

    public TorusRun Run { get; }

    public ImmutableArray<DipoleRow> Rows { get; }

    /// <summary>Error of a half width and of a drift.</summary>
    public double Uncertainty { get; }

    /// <summary>n.</summary>
    public int Count => Case.Count;

    /// <summary>n/2.</summary>
    public int Pairs => Case.Count / 2;

    public static DipoleRun Of(TorusCase subject, ISolver solver) => new(subject, solver.Solve(subject));

    /// <summary>The initial data as a row, without a run.</summary>
    public static DipoleRow Initial(TorusCase subject) => new(0, [.. subject.Dipoles!.Z], [.. subject.Dipoles.D], new double[subject.Dipoles.Z.Length]);

    /// <summary>The least distance of two centres on the torus.</summary>
    public static double LeastDistance(double[] z, int dimension)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < z.Length; i += dimension)
        {
            for (var j = 0; j < i; j += dimension)
            {
                double square = 0;
                for (var a = 0; a < dimension; a++) square += Math.Pow(z[i + a] - z[j + a] is var r ? r - Math.Round(r) : 0, 2);
                least = Math.Min(least, Math.Sqrt(square));
            }
        }
        return least;
    }

    private double Positive(double[] x, int i) => x[(2 * (i / Case.Dimension) * Case.Dimension) + (i % Case.Dimension)];

    private double Negative(double[] x, int i) => x[(((2 * (i / Case.Dimension)) + 1) * Case.Dimension) + (i % Case.Dimension)];
}
