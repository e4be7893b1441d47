using System.Collections.Immutable;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>How particles on the torus may move.</summary>
public enum TorusMotion
{
    /// <summary>In every direction, (2.12) of B.</summary>
    Isotropic,

    /// <summary>Along the first component only, (2.19) of B; d = 2.</summary>
    Slip,
}

/// <summary>Short dipoles by the coordinates (4.1) of B, each with digits of its own.</summary>
/// <param name="Z">Centres, row-major n/2 by d.</param>
/// <param name="D">Half widths, row-major n/2 by d: the positive particle is at z + d, the negative one at z - d.</param>
public sealed record Dipoles(ImmutableArray<double> Z, ImmutableArray<double> D);

/// <summary>
/// Signed particles on the torus, the gradient flow (2.12) or (2.19) of B. All quantities are dimensionless: lengths in units of the
/// torus, time in units of length squared over the factor of the potential.
/// </summary>
/// <param name="Dimension">d, 1 or 2.</param>
/// <param name="Motion">Isotropic, or along slip planes (d = 2).</param>
/// <param name="V">Interaction of equal charges; opposite ones interact by -V.</param>
/// <param name="U">External potential of a positive charge; <see cref="FourierPotential.Zero"/> for none.</param>
/// <param name="X">Initial positions, row-major n by d: component a of particle i at i * d + a.</param>
/// <param name="B">Charges, length n, each -1 or 1; they do not change.</param>
/// <param name="T">Horizon, positive.</param>
/// <param name="Output">Times of the rows wanted, increasing, in [0, T].</param>
/// <param name="Tolerance">Wanted global error of positions as a multiple of <see cref="LengthScale"/>.</param>
public sealed record TorusCase(
    int Dimension,
    TorusMotion Motion,
    TorusPotential V,
    FourierPotential U,
    ImmutableArray<double> X,
    ImmutableArray<int> B,
    double T,
    ImmutableArray<double> Output,
    double Tolerance) : Case<TorusRun>
{
    /// <summary>Tolerance of a case that states none.</summary>
    public const double DefaultTolerance = LineCase.DefaultTolerance;

    /// <summary>
    /// The initial data as dipoles; null when they are given by positions. Then particle 2k is the positive one of dipole k and
    /// 2k + 1 the negative one, and <see cref="X"/> is what doubles hold of z + d and z - d.
    /// </summary>
    public Dipoles? Dipoles { get; init; }

    /// <summary>n.</summary>
    public int Count => B.Length;

    /// <summary>Initial position of particle i, length d.</summary>
    public ReadOnlySpan<double> At(int i) => X.AsSpan().Slice(i * Dimension, Dimension);

    /// <summary>Number of particles with charge <paramref name="sign"/>.</summary>
    public int CountOf(int sign) => B.Count(b => b == sign);

    /// <summary>
    /// The length that errors are measured against: 1, the torus; for dipoles the width of the well that holds them, sup|grad V| / lambda,
    /// or the largest initial half width where V is singular.
    /// </summary>
    public double LengthScale
    {
        get
        {
            if (Dipoles is null) return 1;
            if (!V.IsSingular && V.HessianBound > 0) return Math.Min(1, V.GradientBound / V.HessianBound);
            var largest = Dipoles.D.Max(Math.Abs);
            return largest > 0 ? Math.Min(1, largest) : 1;
        }
    }

    /// <summary>
    /// Null if V meets the assumptions of B for this case, else one sentence, as <see cref="TorusAdmissibility"/>. The edge potential itself
    /// is admitted only for what section 4.3 runs under it: short dipoles whose two particles are on different slip planes.
    /// </summary>
    public string? ReasonAgainst()
    {
        if (this is not { Motion: TorusMotion.Slip, V: TorusEdgePotential { IsSingular: true } })
            return TorusAdmissibility.ReasonAgainst(V, Motion == TorusMotion.Slip);
        const string reason = "(V4): V_delta must have bounded second derivatives, but V is singular at 0; section 4.3 takes it for short dipoles only";
        if (Dipoles is not { } dipoles) return $"{reason}.";
        var level = Enumerable.Range(0, dipoles.D.Length / 2).FirstOrDefault(k => dipoles.D[(2 * k) + 1] == 0, -1);
        return level < 0 ? null : $"{reason}, whose particles are on different slip planes, and those of dipole {level} are on one.";
    }

    /// <summary>A case given by dipoles; positions and charges follow.</summary>
    /// <param name="z">Centres, row-major n/2 by d.</param>
    /// <param name="d">Half widths, row-major n/2 by d.</param>
    public static TorusCase OfDipoles(
        int dimension,
        TorusMotion motion,
        TorusPotential v,
        FourierPotential u,
        ImmutableArray<double> z,
        ImmutableArray<double> d,
        double horizon,
        ImmutableArray<double> output,
        double tolerance)
    {
        if (z.Length != d.Length || z.Length % dimension != 0)
            throw new ArgumentException("Centres and half widths must be of equal number, a multiple of the dimension.", nameof(d));
        var x = new double[2 * z.Length];
        for (var k = 0; k < z.Length / dimension; k++)
        {
            for (var a = 0; a < dimension; a++)
            {
                var i = (k * dimension) + a;
                x[(2 * k * dimension) + a] = z[i] + d[i];
                x[(((2 * k) + 1) * dimension) + a] = z[i] - d[i];
            }
        }
        ImmutableArray<int> b = [.. Enumerable.Range(0, 2 * (z.Length / dimension)).Select(i => i % 2 == 0 ? 1 : -1)];
        return new(dimension, motion, v, u, [.. x], b, horizon, output, tolerance) { Dipoles = new(z, d) };
    }

    /// <summary>The case as its JSON document, so that a printed counterexample can be saved and replayed.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>A trajectory of particles on the torus.</summary>
/// <param name="Times">Times of the rows, length m, increasing from 0.</param>
/// <param name="X">Positions, m rows, each row-major n by d; unwrapped, that is continuous in time.</param>
/// <param name="B">Charges, m rows of n; those of the case in every row of a right run.</param>
public sealed record TorusRun(ImmutableArray<double> Times, ImmutableArray<double[]> X, ImmutableArray<int[]> B) : Run
{
    /// <summary>E_n of (2.1) of B at each row, with the diagonal unless V is singular; null when not stated.</summary>
    public ImmutableArray<double>? Energy { get; init; }

    /// <summary>(1/n) times the integral of |x'|^2 up to each row; null when not stated.</summary>
    public ImmutableArray<double>? Dissipation { get; init; }

    /// <summary>Half widths of the dipoles, m rows, each row-major n/2 by d, with digits of their own; null unless the case has dipoles.</summary>
    public ImmutableArray<double[]>? D { get; init; }

    /// <summary>z(t) - z(0) of the dipoles, m rows, each row-major n/2 by d; null unless the case has dipoles.</summary>
    public ImmutableArray<double[]>? Drift { get; init; }

    /// <summary>Estimate of the run's own global error: the largest error of a position in a row.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>The same for <see cref="D"/>, which the rounding of positions does not touch.</summary>
    public double? WidthUncertainty { get; init; }

    /// <summary>Name and version of the program that made the run.</summary>
    public string? Solver { get; init; }

    /// <summary>Counters of the work done, by name.</summary>
    public ImmutableSortedDictionary<string, long>? Statistics { get; init; }

    /// <summary>Why the run stops before the horizon; null when it does not.</summary>
    public string? Ended { get; init; }
}
