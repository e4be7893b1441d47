using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>The interaction energy (1.1) of A and its gradient (4.6), on full states; ghosts do not count.</summary>
public static class LineEnergy
{
    /// <summary>
    /// E_n(x; b) = 1/(2 n^2) [sum over like i != j of V(x_i - x_j) + sum over opposite i, j of W(x_i - x_j)]; each unordered pair
    /// counts twice in the sums, hence 1/n^2 here.
    /// </summary>
    public static double Of(Potential v, Potential w, LineState state)
    {
        var distance = new PairDistances(state);
        var alive = distance.Alive;
        double sum = 0;
        for (var i = 0; i < alive.Length; i++)
        {
            for (var j = i + 1; j < alive.Length; j++)
            {
                var r = distance.Between(i, j);
                sum += state.B[alive[i]] == state.B[alive[j]] ? v.Value(r) : w.Value(r);
            }
        }
        return sum / ((double)state.X.Length * state.X.Length);
    }

    /// <summary>dE_n/dx_i, length n; zero for ghosts.</summary>
    public static double[] Gradient(Potential v, Potential w, LineState state)
    {
        var distance = new PairDistances(state);
        var alive = distance.Alive;
        var gradient = new double[state.X.Length];
        var factor = 1.0 / ((double)state.X.Length * state.X.Length);
        for (var i = 0; i < alive.Length; i++)
        {
            for (var j = i + 1; j < alive.Length; j++)
            {
                var r = distance.Between(i, j);
                var slope = factor * (state.B[alive[i]] == state.B[alive[j]] ? v.Slope(r) : w.Slope(r));
                gradient[alive[j]] += slope;
                gradient[alive[i]] -= slope;
            }
        }
        return gradient;
    }
}

/// <summary>Distances of the alive particles of a state, gaps below the spacing of doubles included.</summary>
internal sealed class PairDistances
{
    private readonly LineState state;

    public PairDistances(LineState state)
    {
        this.state = state;
        Alive = state.Alive();
    }

    /// <summary>Indices of the alive, left to right.</summary>
    public int[] Alive { get; }

    /// <summary>Position of the j-th alive minus that of the i-th, i &lt; j.</summary>
    public double Between(int i, int j) =>
        j == i + 1 && state.LogGap.TryGetValue(Alive[i], out var logarithm)
            ? Math.Exp(logarithm)
            : state.X[Alive[j]] - state.X[Alive[i]];
}
