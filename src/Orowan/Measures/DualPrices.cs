using System.Collections.Immutable;

namespace Orowan.Measures;

/// <summary>Dual variables of a transport: u of the first measure's atoms and v of the second's, u_i + v_j at most c_ij, equal where mass goes.</summary>
/// <param name="First">u, a number for every atom of the first measure.</param>
/// <param name="Second">v, a number for every atom of the second measure.</param>
public sealed record DualPrices(ImmutableArray<double> First, ImmutableArray<double> Second)
{
    /// <summary>Prices u_k of the atoms order_k, v_k of otherOrder_k.</summary>
    internal static DualPrices InOrder(int[] order, double[] u, int[] otherOrder, double[] v)
    {
        var (first, second) = (new double[order.Length], new double[otherOrder.Length]);
        for (var k = 0; k < order.Length; k++) first[order[k]] = u[k];
        for (var k = 0; k < otherOrder.Length; k++) second[otherOrder[k]] = v[k];
        return new([.. first], [.. second]);
    }

    /// <summary>By how much u_i + v_j exceeds c_ij at most, or 0. O(n m).</summary>
    /// <param name="costs">Costs of all pairs, row after row.</param>
    public double Infeasibility(ReadOnlySpan<double> costs)
    {
        double largest = 0;
        for (var i = 0; i < First.Length; i++)
        {
            for (var j = 0; j < Second.Length; j++) largest = Math.Max(largest, First[i] + Second[j] - costs[(i * Second.Length) + j]);
        }
        return largest;
    }
}
