using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>
/// Velocities of (1.2) of A for a chain: v_i = -(1/n) [sum over like j of V'(x_i - x_j) + sum over opposite j of W'(x_i - x_j)].
/// </summary>
/// <remarks>
/// Logarithmic potentials go through <see cref="LogarithmicForces"/>. In the general way, which is also the oracle of that one, pairs are
/// visited by their offset m: the distances r_i = x_(i+m) - x_i of all pairs at offset m come from those at offset m - 1 by adding one
/// gap each, so no distance is ever a difference of positions, and the sum runs in one fixed order whatever the hardware. Each pair is
/// visited once: V' and W' are odd, so its two forces are equal and opposite.
/// </remarks>
internal sealed class PairForces(Potential like, Potential opposite)
{
    /// <summary>Below this number of particles, setting up vectors of eight costs more than they save.</summary>
    private const int FewestTogether = 7;

    private readonly bool oppositeIsZero = opposite is ZeroPotential;
    private readonly LogarithmicForces? logarithmic = LogarithmicForces.For(like, opposite);
    private double[] distance = [];
    private double[] likeSlope = [];
    private double[] oppositeSlope = [];

    /// <summary>Writes the N velocities of the particles with the given charges and N - 1 gaps, of <paramref name="total"/> in all.</summary>
    public void Velocities(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total, Span<double> velocity)
    {
        if (charge.Length >= FewestTogether && logarithmic is not null && logarithmic.TryVelocities(charge, gap, total, velocity)) return;
        GeneralVelocities(charge, gap, total, velocity);
    }

    /// <summary>The same for any potentials and any gaps.</summary>
    public void GeneralVelocities(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total, Span<double> velocity)
    {
        velocity.Clear();
        Reserve(gap.Length);
        gap.CopyTo(distance);
        for (var m = 1; m < charge.Length; m++)
        {
            var pairs = charge.Length - m;
            var r = distance.AsSpan(0, pairs);
            like.Slopes(r, likeSlope.AsSpan(0, pairs));
            if (!oppositeIsZero) opposite.Slopes(r, oppositeSlope.AsSpan(0, pairs));
            for (var i = 0; i < pairs; i++)
            {
                var slope = charge[i] == charge[i + m] ? likeSlope[i] : oppositeSlope[i];
                velocity[i] += slope;
                velocity[i + m] -= slope;
            }
            for (var i = 0; i + 1 < pairs; i++) r[i] += gap[i + m];
        }
        for (var i = 0; i < velocity.Length; i++) velocity[i] /= total;
    }

    /// <summary>E_n of (1.1) of A for the same chain: 1/n^2 times the sum over unordered pairs.</summary>
    public double Energy(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total) =>
        charge.Length >= FewestTogether && logarithmic is not null && logarithmic.TryEnergy(charge, gap, total, out var energy)
            ? energy
            : GeneralEnergy(charge, gap, total);

    /// <summary>The same for any potentials and any gaps.</summary>
    public double GeneralEnergy(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total)
    {
        Reserve(gap.Length);
        gap.CopyTo(distance);
        double sum = 0;
        for (var m = 1; m < charge.Length; m++)
        {
            for (var i = 0; i + m < charge.Length; i++)
            {
                sum += charge[i] == charge[i + m] ? like.Value(distance[i]) : opposite.Value(distance[i]);
                if (i + 1 + m < charge.Length) distance[i] += gap[i + m];
            }
        }
        return sum / ((double)total * total);
    }

    private void Reserve(int links)
    {
        if (distance.Length >= links) return;
        distance = new double[links];
        likeSlope = new double[links];
        oppositeSlope = new double[links];
    }
}
