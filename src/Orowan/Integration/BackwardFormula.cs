namespace Orowan.Integration;

/// <summary>
/// The backward differentiation formula of one order on points of any distances, for a step of length h to the time t: with s_j the time
/// from past point j to t, s_0 = h, it asks that the polynomial of degree q through y(t) and the last q points has the slope f(y(t)) at t.
/// </summary>
/// <remarks>
/// <para>
/// Let P be the polynomial of degree q through the last q + 1 points, the prediction, with weights L_j = prod over i != j of
/// s_i / (s_i - s_j) at t and L'_j = L_j sum over i != j of 1/s_i for its slope there. The polynomial asked for differs from it by a
/// multiple of prod over j &lt; q of (t' - t_j), which vanishes at the last q points, so its slope at t is P'(t) + (y - P(t)) / gamma with
/// 1/gamma = sum over j &lt; q of 1/s_j: y - P(t) = gamma (f(y) - P'(t)).
/// </para>
/// <para>
/// Error: let c be the coefficient of degree q + 1 of the solution. Interpolation leaves the prediction short by c prod over j &lt;= q of s_j,
/// and the slope by c prod over j &lt; q of s_j, which displaces y by gamma times as much the other way. So y - P(t) is the sum of the two,
/// and the error is the share gamma / (gamma + s_q) of it.
/// </para>
/// </remarks>
internal sealed class BackwardFormula(int capacity)
{
    private readonly double[] distance = new double[capacity];
    private readonly double[] weight = new double[capacity];
    private readonly double[] slope = new double[capacity];

    /// <summary>q.</summary>
    public int Order { get; private set; }

    /// <summary>gamma, the part of the step that multiplies the rate at its end.</summary>
    public double Gamma { get; private set; }

    /// <summary>The error of a step as a share of the distance from the prediction to its end.</summary>
    public double ErrorShare { get; private set; }

    /// <summary>L_j for j = 0, ..., q.</summary>
    public ReadOnlySpan<double> Weights => weight.AsSpan(0, Order + 1);

    /// <summary>L'_j.</summary>
    public ReadOnlySpan<double> Slopes => slope.AsSpan(0, Order + 1);

    /// <summary>Takes order <paramref name="order"/> and a step of length <paramref name="step"/>, the past points being so long ago.</summary>
    public void Take(int order, double step, ReadOnlySpan<double> ago)
    {
        Order = order;
        double sum = 0;
        for (var j = 0; j <= order; j++)
        {
            distance[j] = step + ago[j];
            if (j < order) sum += 1 / distance[j];
        }
        Gamma = 1 / sum;
        ErrorShare = Gamma / (Gamma + distance[order]);
        var all = sum + (1 / distance[order]);
        for (var j = 0; j <= order; j++)
        {
            var product = 1.0;
            for (var i = 0; i <= order; i++)
            {
                if (i != j) product *= distance[i] / (ago[i] - ago[j]);
            }
            weight[j] = product;
            slope[j] = product * (all - (1 / distance[j]));
        }
    }
}
