using System.Collections.Immutable;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>
/// Equation (1.3) of A for the densities rho^+ and rho^- on the line, the annihilated included. All quantities are dimensionless: lengths
/// are in units of the potentials' own length, time in units of length squared over the factor of the potential, total mass is 1.
/// </summary>
/// <param name="V">Potential between equal charges.</param>
/// <param name="W">Potential between opposite charges.</param>
/// <param name="Plus">rho^+ at time 0.</param>
/// <param name="Minus">rho^- at time 0; what the two have in common is annihilated from the start.</param>
/// <param name="T">Horizon, positive.</param>
/// <param name="Output">Times of the rows wanted, increasing, in [0, T].</param>
/// <param name="Cells">Cells over the hull of the initial supports; null: as many as the tolerance needs.</param>
/// <param name="Tolerance">Wanted error in W_2, as a multiple of <see cref="LengthScale"/>, where the cells are not given.</param>
public sealed record DensityCase(
    Potential V,
    Potential W,
    Density Plus,
    Density Minus,
    double T,
    ImmutableArray<double> Output,
    int? Cells,
    double Tolerance) : Case<DensityRun>
{
    /// <summary>Tolerance of a case that states neither cells nor tolerance.</summary>
    public const double DefaultTolerance = 0.02;

    /// <summary>The fewest and the most cells a case may ask for.</summary>
    public const int FewestCells = 16;

    public const int MostCells = 16384;

    /// <summary>Left end of both supports.</summary>
    public double Low => Math.Min(Plus.Low, Minus.Low);

    /// <summary>Right end of both supports.</summary>
    public double High => Math.Max(Plus.High, Minus.High);

    /// <summary>The length that errors are measured against: the smaller of 1 and the hull of the initial supports.</summary>
    public double LengthScale => Math.Min(1, High - Low);

    /// <summary>The density of the species of <paramref name="sign"/> at time 0.</summary>
    public Density Of(int sign) => sign > 0 ? Plus : Minus;

    /// <summary>The case as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);

    /// <summary>11 equally spaced times from 0 to <paramref name="horizon"/>.</summary>
    public static ImmutableArray<double> DefaultOutput(double horizon) =>
        [.. Enumerable.Range(0, 11).Select(k => k == 10 ? horizon : horizon * k / 10)];
}

/// <summary>Both densities at one time, constant on equal cells: cell i is [Low + i Width, Low + (i + 1) Width].</summary>
/// <param name="Time">The time.</param>
/// <param name="Low">Left end of the first cell.</param>
/// <param name="Width">Width of a cell, positive.</param>
/// <param name="Plus">rho^+ in each cell, the annihilated included.</param>
/// <param name="Minus">rho^- in each cell, as many.</param>
public sealed record DensityRow(double Time, double Low, double Width, double[] Plus, double[] Minus)
{
    /// <summary>The density of the species of <paramref name="sign"/>.</summary>
    public double[] Of(int sign) => sign > 0 ? Plus : Minus;

    /// <summary>The mass of the species of <paramref name="sign"/>.</summary>
    public double MassOf(int sign) => Width * Of(sign).Sum();

    /// <summary>kappa = rho^+ - rho^- in each cell.</summary>
    public double[] Kappa() => [.. Plus.Zip(Minus, (p, m) => p - m)];

    /// <summary>[kappa]_+ (sign 1) or [kappa]_- (sign -1) in each cell: what is alive of a species.</summary>
    public double[] Alive(int sign) => [.. Plus.Zip(Minus, (p, m) => Math.Max(0, sign * (p - m)))];

    /// <summary>The mass of what is alive of a species.</summary>
    public double AliveMass(int sign) => Width * Alive(sign).Sum();
}

/// <summary>Densities over time.</summary>
/// <param name="Rows">Rows in the order of time.</param>
public sealed record DensityRun(ImmutableArray<DensityRow> Rows) : Run
{
    /// <summary>The energy of (1.1) for densities at each row; null when not stated.</summary>
    public ImmutableArray<double>? Energy { get; init; }

    /// <summary>The integral over time and space of [kappa]_+ u_+^2 + [kappa]_- u_-^2, up to each row; null when not stated.</summary>
    public ImmutableArray<double>? Dissipation { get; init; }

    /// <summary>Estimate of the largest error of a row in W_2 over both species; null when not stated.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>Name and version of the program that made the run.</summary>
    public string? Solver { get; init; }

    /// <summary>Counters of the work done, by name.</summary>
    public ImmutableSortedDictionary<string, long>? Statistics { get; init; }

    /// <summary>Why the run stops before the horizon; null when it does not.</summary>
    public string? Ended { get; init; }
}
