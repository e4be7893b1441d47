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

    private double[] byPlace = [];
    private double[] direct = [];
    private double[] dissipationByGap = [];

    /// <remarks>
    /// All of it happens in the caller's matrix: first H, then the sums of its rows from the right, then the differences of those.
    /// </remarks>
    public void Jacobian(ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        MoveTo(y);
        forces.Velocities(chain.Charge, gap, chain.Total, velocity);
        chain.Positions(gap, place);
        if (dissipationByGap.Length == 0) (byPlace, direct, dissipationByGap) = (new double[chain.Count], new double[chain.Count], new double[chain.Count]);
        WriteHessian(jacobian);
        SumFromTheRight(jacobian);
        for (var k = 0; k < gap.Length; k++)
        {
            double dissipation = 0;
            for (var i = 0; i < velocity.Length; i++) dissipation += velocity[i] * jacobian.At(i, k);
            dissipationByGap[k] = 2 * dissipation / chain.Total;
            for (var i = 0; i < gap.Length; i++) jacobian.At(i, k, jacobian.At(i + 1, k) - jacobian.At(i, k));
        }
        for (var k = 0; k < chain.Count; k++)
        {
            jacobian.At(gap.Length, k, k < gap.Length ? dissipationByGap[k] : 0);
            jacobian.At(k, gap.Length, 0);
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

    private void WriteHessian(Matrix<double> hessian)
    {
        for (var i = 0; i < chain.Count; i++) hessian.At(i, i, 0);
        for (var i = 0; i < chain.Count; i++)
        {
            double distance = 0, own = 0;
            for (var j = i + 1; j < chain.Count; j++)
            {
                distance += gap[j - 1];
                var curvature = (chain.Charge[i] == chain.Charge[j] ? physics.V : physics.W).Curvature(distance) / chain.Total;
                hessian.At(i, j, curvature);
                hessian.At(j, i, curvature);
                hessian.At(j, j, hessian.At(j, j) - curvature);
                own += curvature;
            }
            hessian.At(i, i, hessian.At(i, i) - own);
        }
    }

    /// <summary>Entry (i, k) becomes the sum of the entries of row i right of k: dv_i/dg_k.</summary>
    private void SumFromTheRight(Matrix<double> hessian)
    {
        for (var i = 0; i < chain.Count; i++)
        {
            double sum = 0;
            var next = hessian.At(i, gap.Length);
            for (var k = gap.Length - 1; k >= 0; k--)
            {
                sum += next;
                next = hessian.At(i, k);
                hessian.At(i, k, sum);
            }
        }
    }

    /// <summary>
    /// Row p of a bound pair, from the parts its rate is summed in. <c>byPlace</c>[k] is n/g times the derivative of g' by the distance
    /// r = x_p - x_k, which is the sum of the gaps between; the derivatives by g and e at constant r stand apart.
    /// </summary>
    private void BoundRow(int p, ReadOnlySpan<double> y, Matrix<double> jacobian)
    {
        byPlace.AsSpan().Clear();
        direct.AsSpan().Clear();
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
        var perPlace = onLeft.Curvature(r) - onRight.Curvature(place[p + 1] - place[k]);
        return perPlace == 0 ? 0 : logarithmic[p] ? perPlace * Math.Exp(-y[p]) : perPlace / gap[p];
    }

    private static double ThirdDerivative(Potential f, double r) =>
        (f.Curvature(r * (1 + ThirdDerivativeStep)) - f.Curvature(r * (1 - ThirdDerivativeStep))) / (2 * ThirdDerivativeStep * r);
}
