using Orowan.Integration;

namespace Orowan.Flows;

/// <summary>
/// Implicit steps of long chains. With x the positions and M = -dv/dx, the gaps g = D x have the derivative -D M S, S the sums that undo D,
/// so (I + gamma D M S) d = r is solved by d = D X with (I + gamma M) X = S r.
/// </summary>
internal sealed partial class ChainFlow : INewtonFlow
{
    /// <summary>Unknowns from which on conjugate gradients cost less than factors of a full matrix.</summary>
    private const int Long = 100;

    private ChainSystem? system;
    private double[] velocityThere = [];
    private double[] displacement = [];
    private double[] side = [];

    /// <inheritdoc/>
    public bool SolvesItself => Dimension >= Long;

    /// <inheritdoc/>
    public double FastestRate => system!.FastestRate;

    /// <inheritdoc/>
    public double LastingRate => system!.LastingRate;

    /// <inheritdoc/>
    /// <remarks>The velocities are sums of the rates of the gaps, and have the mean zero.</remarks>
    public void Linearise(ReadOnlySpan<double> y, ReadOnlySpan<double> rate)
    {
        if (system is null)
        {
            system = new ChainSystem(physics.V, physics.W);
            (side, displacement, velocityThere) = (new double[chain.Count], new double[chain.Count], new double[chain.Count]);
        }
        MoveTo(y);
        SumUp(rate, velocityThere);
        system.Take(chain.Charge, gap, chain.Total);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// A gap of a bound pair is too small to move the others, and its own rate is no difference of velocities: it decays by itself. The
    /// dissipation has the rate |v|^2/n, whose derivative along X is -2 v M X / n, and gamma M X = S r - X.
    /// </remarks>
    public void Solve(double gamma, ReadOnlySpan<double> allowed, Span<double> vector)
    {
        SumUp(vector, side);
        side.CopyTo(displacement, 0);
        system!.Solve(gamma, allowed, displacement);
        for (var i = 0; i < gap.Length; i++)
        {
            if (!IsApart(i)) vector[i] = displacement[i + 1] - displacement[i];
            else if (!logarithmic[i]) vector[i] /= 1 + (gamma * exponential[i]);
        }
        WideLoops.AddMultiple(displacement, -1, side);
        vector[^1] += 2 * WideLoops.Inner(velocityThere, displacement) / chain.Total;
    }

    /// <summary>S: values of the particles, with the mean zero, whose differences are given for each gap.</summary>
    private void SumUp(ReadOnlySpan<double> differences, double[] values)
    {
        double sum = 0;
        values[0] = 0;
        for (var i = 0; i < gap.Length; i++)
        {
            values[i + 1] = values[i] + (IsApart(i) ? 0 : differences[i]);
            sum += values[i + 1];
        }
        var mean = sum / values.Length;
        for (var i = 0; i < values.Length; i++) values[i] -= mean;
    }

    private bool IsApart(int i) => logarithmic[i] || (bound.Length > 0 && Array.BinarySearch(bound, i) >= 0);
}
