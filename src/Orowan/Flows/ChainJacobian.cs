using MathNet.Numerics.LinearAlgebra;
using Orowan.Potentials;

namespace Orowan.Flows;

/// <summary>
/// The derivative of the rate of a chain. With H = dv/dx, H_ij = (1/n) f''(x_i - x_j) for i != j (f = V or W by the charges) and
/// zero row sums, and since gap k moves all particles right of it, dv_i/dg_k = sum over j > k of H_ij.
/// </summary>
internal sealed partial class ChainFlow
{
    /// <summary>Relative distance of the two values of f'' whose difference stands for f'''; an error of its square is left.</summary>
    private const double ThirdDerivativeStep = 1e-4;

    public void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        for (var i = 0; i < gap.Length; i++) gap[i] = GapOf(y, i);
        forces.Velocities(chain.Charge, gap, chain.Total, velocity);
        chain.Positions(gap, place);
        var byGap = VelocitiesByGap();
        for (var k = 0; k < gap.Length; k++)
        {
            double dissipation = 0;
            for (var i = 0; i < velocity.Length; i++) dissipation += velocity[i] * byGap[i, k];
            jacobian[gap.Length, k] = 2 * dissipation / chain.Total;
            for (var i = 0; i < gap.Length; i++) jacobian[i, k] = byGap[i + 1, k] - byGap[i, k];
        }
        foreach (var p in bound) BoundRow(p, y, jacobian);
        for (var k = 0; k < gap.Length; k++)
        {
            if (!logarithmic[k]) continue;
            for (var i = 0; i < Dimension; i++)
            {
                if (Array.BinarySearch(bound, i) < 0) jacobian[i, k] *= gap[k];
            }
        }
    }

    /// <summary>dv_i/dg_k, N by N - 1, by sums of H from the right.</summary>
    private double[,] VelocitiesByGap()
    {
        var count = chain.Count;
        var hessian = new double[count, count];
        for (var i = 0; i < count; i++)
        {
            double distance = 0;
            for (var j = i + 1; j < count; j++)
            {
                distance += gap[j - 1];
                var curvature = (chain.Charge[i] == chain.Charge[j] ? physics.V : physics.W).Curvature(distance) / chain.Total;
                hessian[i, j] = hessian[j, i] = curvature;
                hessian[i, i] -= curvature;
                hessian[j, j] -= curvature;
            }
        }
        var byGap = new double[count, gap.Length];
        for (var i = 0; i < count; i++)
        {
            double sum = 0;
            for (var k = gap.Length - 1; k >= 0; k--) byGap[i, k] = sum += hessian[i, k + 1];
        }
        return byGap;
    }

    /// <summary>
    /// Row p of a bound pair, from the parts its rate is summed in. <c>byPlace</c>[k] is n/g times the derivative of g' by the distance
    /// r = x_p - x_k, which is the sum of the gaps between; the derivatives by g and e at constant r stand apart.
    /// </summary>
    private void BoundRow(int p, ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        var byPlace = new double[chain.Count];
        var direct = new double[gap.Length];
        direct[p] = -2 * physics.W.Curvature(gap[p]);
        for (var k = 0; k < chain.Count; k++)
        {
            if (k == p || k == p + 1) continue;
            if (Array.BinarySearch(bound, k) >= 0)
            {
                byPlace[k] = CouplingDerivatives(p, k, RelativeGap(k, p, y), out var byGap, out direct[k]);
                direct[p] += byGap;
                k++;
                continue;
            }
            byPlace[k] = PullDerivatives(p, k, y, out var byOwnGap);
            direct[p] += byOwnGap;
        }
        var rate = ClosingRate(p, y).Rate;
        for (var i = 0; i < gap.Length; i++)
        {
            var alongGaps = i < p ? byPlace.AsSpan(0, i + 1) : byPlace.AsSpan(i + 1);
            double sum = 0;
            foreach (var derivative in alongGaps) sum += derivative;
            var relative = (i < p ? sum : -sum) * (logarithmic[i] ? gap[i] : 1);
            if (i != p) relative += Array.BinarySearch(bound, i) < 0 ? 0 : direct[i] * Exchange(i, p, y);
            jacobian[p, i] = (logarithmic[p] ? relative : relative * gap[p]) / chain.Total;
        }
        jacobian[p, p] += (direct[p] / chain.Total) - (logarithmic[p] ? rate : 0);
    }

    /// <summary>de/dy_q / g for the gap e of pair q and the gap g of pair p.</summary>
    private double Exchange(int q, int p, ReadOnlySpan<double> y) => logarithmic[q] ? RelativeGap(q, p, y) : RelativeGap(q, p, y) / gap[q];

    /// <summary>
    /// Derivatives of n g' by r (divided by g), by g and by e, of the two brackets of the bound pair q.
    /// </summary>
    private double CouplingDerivatives(int p, int q, double ratio, out double byGap, out double byOther)
    {
        var (v, w) = (physics.V, physics.W);
        var (g, e) = (gap[p], gap[q]);
        var r = place[p] - place[q];
        if (chain.Charge[q] != chain.Charge[p])
        {
            byGap = -v.Curvature(r + g) - w.Curvature(r + g - e);
            byOther = -v.Curvature(r - e) + w.Curvature(r + g - e);
            return -((1 + ratio) * ThirdDerivative(v, r)) - ((1 - ratio) * ThirdDerivative(w, r));
        }
        byGap = -v.Curvature(r + g - e) - w.Curvature(r + g);
        byOther = v.Curvature(r + g - e) - w.Curvature(r - e);
        return -((1 - ratio) * ThirdDerivative(v, r)) - ((1 + ratio) * ThirdDerivative(w, r));
    }

    /// <summary>Derivatives of n g' by r (divided by g) and by g, of the pull of the unbound particle k.</summary>
    private double PullDerivatives(int p, int k, ReadOnlySpan<double> y, out double byGap)
    {
        var (onLeft, onRight) = chain.Charge[k] == chain.Charge[p] ? (physics.V, physics.W) : (physics.W, physics.V);
        var r = place[p] - place[k];
        byGap = -onRight.Curvature(place[p + 1] - place[k]);
        var byPlace = onLeft.Curvature(r) - onRight.Curvature(place[p + 1] - place[k]);
        return byPlace == 0 ? 0 : logarithmic[p] ? byPlace * Math.Exp(-y[p]) : byPlace / gap[p];
    }

    private static double ThirdDerivative(Potential f, double r) =>
        (f.Curvature(r * (1 + ThirdDerivativeStep)) - f.Curvature(r * (1 - ThirdDerivativeStep))) / (2 * ThirdDerivativeStep * r);
}
