using System.Collections.Immutable;
using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>
/// Particles on the real line with annihilation (A, Problem 4.1). All quantities are dimensionless: lengths are in units of the
/// potentials' own length, time in units of length squared over the factor of the potential.
/// </summary>
/// <param name="V">Potential between equal charges.</param>
/// <param name="W">Potential between opposite charges.</param>
/// <param name="X">Initial positions, length n, strictly increasing.</param>
/// <param name="B">Initial charges, length n, each -1, 0 or 1; 0 is a ghost, which counts in n and in the moments and has no species.</param>
/// <param name="T">Horizon, positive.</param>
/// <param name="Output">Times of the rows wanted, increasing, in [0, T].</param>
/// <param name="Tolerance">Wanted global error of positions and collision times, as a multiple of min(1, spread of the initial data).</param>
public sealed record LineCase(
    Potential V,
    Potential W,
    ImmutableArray<double> X,
    ImmutableArray<int> B,
    double T,
    ImmutableArray<double> Output,
    double Tolerance) : Case<LineRun>
{
    /// <summary>Tolerance of a case that states none.</summary>
    public const double DefaultTolerance = 1e-9;

    /// <summary>Number of particles, ghosts included.</summary>
    public int Count => X.Length;

    /// <summary>Number of particles with charge <paramref name="sign"/> at the start.</summary>
    public int CountOf(int sign) => B.Count(b => b == sign);

    /// <summary>The length that errors are measured against: the smaller of 1 and the spread of the initial data.</summary>
    public double LengthScale => X.Length < 2 ? 1 : Math.Min(1, X[^1] - X[0]);

    /// <summary>The case as its JSON document, so that a printed counterexample can be saved and replayed.</summary>
    public override string ToString() => CaseFormat.ToJson(this);

    /// <summary>101 equally spaced times from 0 to <paramref name="horizon"/>.</summary>
    public static ImmutableArray<double> DefaultOutput(double horizon) =>
        [.. Enumerable.Range(0, 101).Select(k => k == 100 ? horizon : horizon * k / 100)];
}

/// <summary>A trajectory of particles on the line.</summary>
/// <param name="Times">Times of the rows, length m, increasing from 0.</param>
/// <param name="X">Positions, m rows of n. A row at a collision time holds the state after it.</param>
/// <param name="B">Charges, m rows of n.</param>
public sealed record LineRun(ImmutableArray<double> Times, ImmutableArray<double[]> X, ImmutableArray<int[]> B) : Run
{
    /// <summary>Annihilations in the order of time; null when the program that made the run did not say.</summary>
    public ImmutableArray<Collision>? Collisions { get; init; }

    /// <summary>E_n at each row; null when not stated.</summary>
    public ImmutableArray<double>? Energy { get; init; }

    /// <summary>(1/n) times the integral of |x'|^2 up to each row; null when not stated.</summary>
    public ImmutableArray<double>? Dissipation { get; init; }

    /// <summary>Estimate of the run's own global error: the largest error of a position in a row, and of a collision time.</summary>
    public double? Uncertainty { get; init; }

    /// <summary>Name and version of the program that made the run.</summary>
    public string? Solver { get; init; }

    /// <summary>Counters of the work done, by name.</summary>
    public ImmutableSortedDictionary<string, long>? Statistics { get; init; }

    /// <summary>Gaps below the spacing of doubles at their place.</summary>
    public ImmutableArray<CloseGap> Close { get; init; } = [];

    /// <summary>Why the run stops before the horizon; null when it does not.</summary>
    public string? Ended { get; init; }
}

/// <summary>One collision time and every pair that annihilates at it.</summary>
/// <param name="Time">The time.</param>
/// <param name="Pairs">Indices of the annihilated, the left particle first.</param>
/// <param name="At">The place of each pair.</param>
public sealed record Collision(double Time, ImmutableArray<(int I, int J)> Pairs, ImmutableArray<double> At);

/// <summary>The gap of a pair that is too small for the difference of its positions.</summary>
/// <param name="I">Left particle.</param>
/// <param name="J">Right particle.</param>
/// <param name="LogGap">Natural logarithm of the gap for each row; null where the positions carry it.</param>
public sealed record CloseGap(int I, int J, ImmutableArray<double?> LogGap);

/// <summary>A pair of potentials (V, W) as the subject of a claim (A, Assumption 2.1).</summary>
public sealed record PotentialPair(Potential V, Potential W) : ISubject
{
    /// <summary>The pair as its JSON document.</summary>
    public override string ToString() => CaseFormat.ToJson(this);
}
