using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>
/// Velocities (2.12) or (2.19) of B, their derivative, and the energy (2.1), for particles given by an anchor each and a movement from it.
/// </summary>
/// <remarks>
/// The separation of i and j is (anchor_i - anchor_j) + (movement_i - movement_j), which keeps the digits of movements far below the
/// anchors' spacing; that of the two in a dipole is twice its half width. Pair (i, j), i &lt; j, is evaluated once: grad V is odd. Sums run
/// in the order of the particles, so that the result does not depend on the hardware.
/// </remarks>
internal sealed class TorusForces
{
    private readonly TorusPotential potential;
    private readonly FourierPotential external;
    private readonly int dimension;
    private readonly int mobile;
    private readonly int count;
    private readonly int[] charge;
    private readonly int[] partner;
    private readonly double[] anchor;
    private readonly double[] separation;
    private readonly double[] gradient;
    private readonly double[] point;
    private readonly double[] slope;
    private readonly double[] hessian;

    public TorusForces(TorusCase subject, TorusPairing pairing)
    {
        potential = subject.V;
        external = subject.U;
        dimension = subject.Dimension;
        mobile = subject.Motion == TorusMotion.Slip ? 1 : subject.Dimension;
        count = subject.Count;
        charge = [.. subject.B];
        anchor = pairing.Anchor;
        partner = new int[count];
        Array.Fill(partner, -1);
        foreach (var (i, j) in pairing.Pairs) (partner[i], partner[j]) = (j, i);
        separation = new double[dimension * count];
        gradient = new double[dimension * count];
        point = new double[dimension];
        slope = new double[dimension];
        hessian = new double[dimension * dimension];
    }

    /// <summary>
    /// Writes the velocities of all particles due to all particles but the partner in their dipole, without the external potential, n by
    /// mobile components.
    /// </summary>
    /// <returns>False when two particles are at one place and V is singular, or a number is not finite.</returns>
    public bool TryInteraction(ReadOnlySpan<double> movement, Span<double> velocity)
    {
        velocity.Clear();
        for (var i = 0; i < count - 1; i++)
        {
            var others = count - 1 - i;
            if (!TryRow(movement, i)) return false;
            for (var a = 0; a < mobile; a++)
            {
                double own = 0;
                var row = gradient.AsSpan(a * others, others);
                for (var k = 0; k < row.Length; k++)
                {
                    var j = i + 1 + k;
                    if (partner[i] == j) continue;
                    var force = charge[i] * charge[j] * row[k];
                    own += force;
                    velocity[(j * mobile) + a] += force;
                }
                velocity[(i * mobile) + a] -= own;
            }
        }
        var finite = true;
        for (var i = 0; i < velocity.Length; i++)
        {
            velocity[i] /= count;
            finite &= double.IsFinite(velocity[i]);
        }
        return finite;
    }

    /// <summary>
    /// Writes the sizes of the terms of <see cref="TryInteraction"/> added up, over n, and the distance to the nearest other particle, the
    /// partner left out; n each.
    /// </summary>
    public void Sizes(ReadOnlySpan<double> movement, Span<double> size, Span<double> nearest)
    {
        size.Clear();
        nearest.Fill(double.PositiveInfinity);
        for (var i = 0; i < count - 1; i++)
        {
            var others = count - 1 - i;
            TryRow(movement, i);
            for (var k = 0; k < others; k++)
            {
                var j = i + 1 + k;
                if (partner[i] == j) continue;
                double square = 0, force = 0;
                for (var a = 0; a < dimension; a++)
                {
                    var r = TorusPotential.Nearest(separation[(a * others) + k]);
                    square += r * r;
                }
                for (var a = 0; a < mobile; a++) force += Math.Abs(gradient[(a * others) + k]);
                nearest[i] = Math.Min(nearest[i], square);
                nearest[j] = Math.Min(nearest[j], square);
                size[i] += force;
                size[j] += force;
            }
        }
        for (var i = 0; i < count; i++)
        {
            nearest[i] = Math.Sqrt(nearest[i]);
            size[i] /= count;
        }
    }

    /// <summary>The gradients of V from i to the particles after it; false when one of them is at the same place and V is singular.</summary>
    private bool TryRow(ReadOnlySpan<double> movement, int i)
    {
        var others = count - 1 - i;
        Separations(movement, i, others);
        var filled = separation.AsSpan(0, dimension * others);
        if (potential.IsSingular)
        {
            for (var k = 0; k < others; k++)
            {
                var together = true;
                for (var a = 0; a < dimension; a++) together &= TorusPotential.Nearest(separation[(a * others) + k]) == 0;
                if (together && partner[i] != i + 1 + k) return false;
            }
        }
        potential.Gradients(filled, gradient.AsSpan(0, mobile * others));
        return true;
    }

    /// <summary>Writes grad V at twice the half width into <paramref name="result"/>, over n; false where V is singular and it is 0.</summary>
    public bool TryOwnPull(ReadOnlySpan<double> halfWidth, Span<double> result)
    {
        for (var a = 0; a < dimension; a++) point[a] = 2 * halfWidth[a];
        if (potential.IsSingular && halfWidth.IndexOfAnyExcept(0.0) < 0) return false;
        potential.Gradient(point, slope);
        for (var a = 0; a < mobile; a++) result[a] = slope[a] / count;
        return true;
    }

    /// <summary>Adds the velocity -b grad U at the anchor of i moved by <paramref name="movement"/> (length d).</summary>
    public void AddExternal(int i, ReadOnlySpan<double> movement, Span<double> velocity)
    {
        if (external.Terms.IsEmpty) return;
        for (var a = 0; a < dimension; a++) point[a] = anchor[(i * dimension) + a] + movement[a];
        external.Gradient(point, slope);
        for (var a = 0; a < mobile; a++) velocity[a] -= charge[i] * slope[a];
    }

    /// <summary>
    /// Adds what U does to the centre and the half width of a dipole whose positive particle is i: half the difference and the mean of
    /// -grad U(z + d) and grad U(z - d), without cancellation.
    /// </summary>
    public void AddExternal(int i, ReadOnlySpan<double> drift, ReadOnlySpan<double> halfWidth, Span<double> centre, Span<double> width)
    {
        foreach (var term in external.Terms)
        {
            for (var a = 0; a < dimension; a++) point[a] = anchor[(i * dimension) + a] + drift[a];
            var (sin, cos) = Math.SinCos(term.Angle(point));
            var (sinHalf, cosHalf) = Math.SinCos(term.Angle(halfWidth));
            // grad term = 2 pi k (-Cos sin(t) + Sin cos(t)) at t = angle +- half: the even part has cosHalf, the odd one sinHalf.
            var mean = 2 * Math.PI * ((term.Sin * cos) - (term.Cos * sin)) * cosHalf;
            var half = -2 * Math.PI * ((term.Sin * sin) + (term.Cos * cos)) * sinHalf;
            for (var a = 0; a < mobile; a++)
            {
                centre[a] -= half * term.K[a];
                width[a] -= mean * term.K[a];
            }
        }
    }

    /// <summary>
    /// The derivative of the velocities of <see cref="TryInteraction"/> and U by the positions, row-major, n * mobile square, and that
    /// of the pull in a dipole left out.
    /// </summary>
    public void Jacobian(ReadOnlySpan<double> movement, double[,] jacobian)
    {
        InteractionJacobian(movement, jacobian);
        if (external.Terms.IsEmpty) return;
        for (var i = 0; i < count; i++)
        {
            for (var a = 0; a < dimension; a++) point[a] = anchor[(i * dimension) + a] + movement[(i * dimension) + a];
            external.Hessian(point, hessian);
            for (var a = 0; a < mobile; a++)
            {
                for (var b = 0; b < mobile; b++) jacobian[(i * mobile) + a, (i * mobile) + b] -= charge[i] * hessian[(a * dimension) + b];
            }
        }
    }

    /// <summary>The derivative of the velocities of <see cref="TryInteraction"/> by the positions, row-major, n * mobile square.</summary>
    public void InteractionJacobian(ReadOnlySpan<double> movement, double[,] jacobian)
    {
        Array.Clear(jacobian);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (partner[i] == j) continue;
                for (var a = 0; a < dimension; a++) point[a] = SeparationOf(movement, i, j, a);
                potential.Hessian(point, hessian);
                var factor = charge[i] * charge[j] / (double)count;
                for (var a = 0; a < mobile; a++)
                {
                    for (var b = 0; b < mobile; b++)
                    {
                        var entry = factor * hessian[(a * dimension) + b];
                        jacobian[(i * mobile) + a, (j * mobile) + b] += entry;
                        jacobian[(j * mobile) + a, (i * mobile) + b] += entry;
                        jacobian[(i * mobile) + a, (i * mobile) + b] -= entry;
                        jacobian[(j * mobile) + a, (j * mobile) + b] -= entry;
                    }
                }
            }
        }
    }

    /// <summary>
    /// M such that, while no particle moves by more than an eighth of the distance of any two (partners apart), a velocity of
    /// <see cref="TryInteraction"/> differs from its expansion of first order by at most M times the square of the largest movement; and the
    /// least of those distances.
    /// </summary>
    /// <remarks>
    /// Two particles change their separation by twice the movement at most, so that it stays above 3/4 of what it was, and the remainder of
    /// Taylor's formula is (1/n) sum_j (1/2) |D^3 V| (2 |movement|)^2.
    /// </remarks>
    public (double Remainder, double Nearest) SecondOrder(ReadOnlySpan<double> movement)
    {
        var (largest, nearest) = (0.0, double.PositiveInfinity);
        for (var i = 0; i < count; i++)
        {
            double sum = 0;
            for (var j = 0; j < count; j++)
            {
                if (j == i || partner[i] == j) continue;
                var distance = Distance(movement, i, j);
                nearest = Math.Min(nearest, distance);
                sum += 1 / (distance * distance * distance);
            }
            largest = Math.Max(largest, sum);
        }
        return (2 * potential.ThirdDerivativeBound / (0.75 * 0.75 * 0.75) * largest / count, nearest);
    }

    /// <summary>The derivative of <see cref="TryOwnPull"/> by the half width, mobile square, row-major.</summary>
    public void OwnJacobian(ReadOnlySpan<double> halfWidth, Span<double> result)
    {
        for (var a = 0; a < dimension; a++) point[a] = 2 * halfWidth[a];
        potential.Hessian(point, hessian);
        for (var a = 0; a < mobile; a++)
        {
            for (var b = 0; b < mobile; b++) result[(a * mobile) + b] = 2 * hessian[(a * dimension) + b] / count;
        }
    }

    /// <summary>D^2 U at the anchor of i moved by <paramref name="movement"/>, mobile square, row-major.</summary>
    public void ExternalHessian(int i, ReadOnlySpan<double> movement, Span<double> result)
    {
        for (var a = 0; a < dimension; a++) point[a] = anchor[(i * dimension) + a] + movement[a];
        external.Hessian(point, hessian);
        for (var a = 0; a < mobile; a++)
        {
            for (var b = 0; b < mobile; b++) result[(a * mobile) + b] = hessian[(a * dimension) + b];
        }
    }

    /// <summary>E_n of (2.1), the diagonal left out when V is singular; half widths by pair, row-major by d.</summary>
    public double Energy(ReadOnlySpan<double> movement, (int Positive, int Negative)[] pairs, ReadOnlySpan<double> halfWidth)
    {
        double interaction = 0, outside = 0;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (partner[i] == j) continue;
                for (var a = 0; a < dimension; a++) point[a] = SeparationOf(movement, i, j, a);
                interaction += charge[i] * charge[j] * potential.Value(point);
            }
            if (external.Terms.IsEmpty) continue;
            for (var a = 0; a < dimension; a++) point[a] = anchor[(i * dimension) + a] + movement[(i * dimension) + a];
            outside += charge[i] * external.Value(point);
        }
        for (var k = 0; k < pairs.Length; k++)
        {
            for (var a = 0; a < dimension; a++) point[a] = 2 * halfWidth[(k * dimension) + a];
            interaction -= potential.Value(point);
        }
        if (!potential.IsSingular)
        {
            Array.Clear(point);
            interaction += 0.5 * count * potential.Value(point);
        }
        return (interaction / count / count) + (outside / count);
    }

    /// <summary>The distance of i and j on the torus.</summary>
    public double Distance(ReadOnlySpan<double> movement, int i, int j)
    {
        double square = 0;
        for (var a = 0; a < dimension; a++)
        {
            var r = TorusPotential.Nearest(SeparationOf(movement, i, j, a));
            square += r * r;
        }
        return Math.Sqrt(square);
    }

    private double SeparationOf(ReadOnlySpan<double> movement, int i, int j, int a)
    {
        var (p, q) = ((i * dimension) + a, (j * dimension) + a);
        return TorusPotential.Nearest(anchor[p] - anchor[q]) + (movement[p] - movement[q]);
    }

    private void Separations(ReadOnlySpan<double> movement, int i, int others)
    {
        for (var a = 0; a < dimension; a++)
        {
            for (var k = 0; k < others; k++) separation[(a * others) + k] = SeparationOf(movement, i, i + 1 + k, a);
        }
    }
}
