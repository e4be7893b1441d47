using System.Collections.Immutable;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>
/// The Groma-Balogh equations for the densities rho^+ and rho^- on T^d: (2.13) of B, (2.20) on slip planes, (3.11) with viscosity.
/// All quantities are dimensionless: lengths in units of the torus, time in units of length squared over the factor of the potential,
/// densities in units of the mean of rho^+ + rho^-.
/// </summary>
/// <remarks>
/// d/dt rho^+- = +- div (rho^+- grad(V * kappa + U)) + epsilon Lap rho^+-, kappa = rho^+ - rho^-; on slip planes div and grad are d_1 alone, the
/// Laplacian of the viscosity is not. A singular V, that of (2.14), runs too: for smooth positive densities V * kappa is smooth. A document
/// must not ask for it, as solutions of (2.14) are known to be unique only while they are smooth.
/// </remarks>
/// <param name="Dimension">d, 1 or 2.</param>
/// <param name="Motion">Isotropic, or along slip planes (d = 2).</param>
/// <param name="V">V_delta.</param>
/// <param name="U">External potential of a positive charge; <see cref="FourierPotential.Zero"/> for none.</param>
/// <param name="Viscosity">epsilon, not negative.</param>
/// <param name="Plus">rho^+ at time 0, not negative.</param>
/// <param name="Minus">rho^- at time 0, not negative.</param>
/// <param name="T">Horizon, positive.</param>
/// <param name="Output">Times of the rows wanted, increasing, in [0, T].</param>
/// <param name="Grid">Points in each direction, a power of 2; null: as many as the tolerance needs.</param>
/// <param name="Tolerance">Wanted error of the densities, largest over the points of the grid.</param>
public sealed record GromaBaloghCase(
    int Dimension,
    TorusMotion Motion,
    TorusPotential V,
    FourierPotential U,
    double Viscosity,
    PeriodicDensity Plus,
    PeriodicDensity Minus,
    double T,
    ImmutableArray<double> Output,
    int? Grid,
    double Tolerance) : Case<GromaBaloghRun>
{
    /// <summary>Tolerance of a case that states none.</summary>
    public const double DefaultTolerance = 1e-8;

    /// <summary>The fewest points in each direction a case may ask for.</summary>
    public const int LeastGrid = 16;

    /// <summary>The most points in each direction a case may ask for.</summary>
    public static int MostGrid(int dimension) => dimension == 1 ? 65536 : 1024;

    /// <summary>The highest wave that a grid carries: products of two such waves are exact on it for all waves that it keeps.</summary>
    public static int Truncation(int grid) => (grid - 1) / 3;

    /// <summary>The first of <paramref name="least"/> and its doubles that carries waves of <paramref name="highest"/>.</summary>
    public static int GridFor(int highest, int least)
    {
        while (Truncation(least) < highest) least *= 2;
        return least;
    }

    /// <summary>The highest component of a wave vector in the initial densities and in U.</summary>
    public int HighestWave =>
        Math.Max(Math.Max(Plus.HighestWave, Minus.HighestWave), U.Terms.SelectMany(term => term.K).Select(Math.Abs).DefaultIfEmpty(0).Max());

    /// <summary>The density of the species of <paramref name="sign"/> at time 0.</summary>
    public PeriodicDensity Of(int sign) => sign > 0 ? Plus : Minus;

    /// <summary>The case as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}

/// <summary>Both densities at one time on a grid of N points in each direction; value (i, j) stands at i N + j, x = (i/N, j/N).</summary>
/// <param name="Time">The time.</param>
/// <param name="Plus">rho^+ at the points.</param>
/// <param name="Minus">rho^- at the points, as many.</param>
public sealed record GromaBaloghRow(double Time, double[] Plus, double[] Minus)
{
    /// <summary>The density of the species of <paramref name="sign"/>.</summary>
    public double[] Of(int sign) => sign > 0 ? Plus : Minus;

    /// <summary>The mass of the species of <paramref name="sign"/>, the mean of its values: exact for trigonometric polynomials.</summary>
    public double MassOf(int sign) => Of(sign).Average();

    /// <summary>kappa = rho^+ - rho^- at the points.</summary>
    public double[] Kappa() => [.. Plus.Zip(Minus, (p, m) => p - m)];

    /// <summary>The smallest value of either density at a point.</summary>
    public double Least => Math.Min(Plus.Min(), Minus.Min());
}

/// <summary>What the entropy balance consists of, each at every row of a run.</summary>
/// <remarks>Ent(t) = Ent(0) - Interaction + External - Viscous.</remarks>
/// <param name="Entropy">Ent(rho^+) + Ent(rho^-).</param>
/// <param name="Interaction">The integral up to the row of 4 pi^2 sum_k |k|^2 V_k |kappa_k|^2 (k_1^2 on slip planes).</param>
/// <param name="External">That of int kappa Lap U (d_1^2 U on slip planes).</param>
/// <param name="Viscous">That of epsilon times int |grad rho|^2/rho, over both species.</param>
/// <param name="Field">That of |grad V * kappa|^2 in H^(d/2) (d_1 V * kappa on slip planes).</param>
public sealed record EntropyBalance(
    ImmutableArray<double> Entropy,
    ImmutableArray<double> Interaction,
    ImmutableArray<double> External,
    ImmutableArray<double> Viscous,
    ImmutableArray<double> Field)
{
    /// <summary>How far the balance is from being exact at each row.</summary>
    public ImmutableArray<double> Residual =>
        [.. Entropy.Select((entropy, k) => entropy - Entropy[0] + Interaction[k] - Interaction[0] - External[k] + External[0] + Viscous[k] - Viscous[0])];
}

/// <summary>Densities on the torus over time.</summary>
/// <param name="Dimension">d.</param>
/// <param name="Rows">Rows in the order of time, all on the same grid.</param>
public sealed record GromaBaloghRun(int Dimension, ImmutableArray<GromaBaloghRow> Rows) : Run
{
    /// <summary>The entropy balance; null when not stated.</summary>
    public EntropyBalance? Balance { get; init; }

    /// <summary>Ent(rho^+) + Ent(rho^-) at each row, that of the balance where one is stated; null when not stated.</summary>
    public ImmutableArray<double>? Entropy { get => Balance?.Entropy ?? field; init; }

    /// <summary>Estimate of the largest error of a density at a point of a row; null when not stated.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>Name and version of the program that made the run.</summary>
    public string? Solver { get; init; }

    /// <summary>Counters of the work done, by name.</summary>
    public ImmutableSortedDictionary<string, long>? Statistics { get; init; }

    /// <summary>Why the run stops before the horizon; null when it does not.</summary>
    public string? Ended { get; init; }

    /// <summary>N, the points of the grid in each direction; 0 without rows.</summary>
    public int Grid => Rows.IsEmpty ? 0 : SampledDensity.SideOf(Dimension, Rows[0].Plus.Length);
}
