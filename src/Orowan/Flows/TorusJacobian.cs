using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>The derivative of the rates of <see cref="TorusDynamics"/> by its unknowns: whole, and the blocks of the dipoles alone.</summary>
internal sealed class TorusJacobian
{
    private readonly TorusCase subject;
    private readonly TorusPairing pairing;
    private readonly TorusForces forces;
    private readonly TorusCoordinates at;
    private readonly int mobile;
    private readonly double[] small;

    public TorusJacobian(TorusCase subject, TorusPairing pairing, TorusForces forces, TorusCoordinates coordinates)
    {
        this.subject = subject;
        this.pairing = pairing;
        this.forces = forces;
        at = coordinates;
        mobile = coordinates.Mobile;
        small = new double[subject.Dimension];
    }

    /// <summary>The whole derivative at y, but for the last row and column, of the dissipation.</summary>
    public double[,] Whole(ReadOnlySpan<double> y)
    {
        at.Expand(y);
        var byPosition = new double[subject.Count * mobile, subject.Count * mobile];
        forces.Jacobian(at.Movement, byPosition);
        // Rows and columns of a dipole: with x+- = u +- w, d/du = d/dx+ + d/dx-, d/dw = d/dx+ - d/dx-, and the rates are half of that.
        var unknowns = Unknowns();
        var jacobian = new double[unknowns.Length, unknowns.Length];
        for (var r = 0; r < unknowns.Length; r++)
        {
            for (var c = 0; c < unknowns.Length; c++)
            {
                var (row, column) = (unknowns[r], unknowns[c]);
                var sum = byPosition[row.First, column.First];
                if (column.Second >= 0) sum += column.Sign * byPosition[row.First, column.Second];
                if (row.Second >= 0)
                {
                    sum += row.Sign * byPosition[row.Second, column.First];
                    if (column.Second >= 0) sum += row.Sign * column.Sign * byPosition[row.Second, column.Second];
                    sum *= 0.5;
                }
                jacobian[r, c] = sum;
            }
        }
        Span<double> own = stackalloc double[mobile * mobile];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            forces.OwnJacobian(at.HalfWidthOf(k), own);
            var first = at.Width(k);
            for (var a = 0; a < mobile; a++)
            {
                for (var b = 0; b < mobile; b++) jacobian[first + a, first + b] += own[(a * mobile) + b];
            }
        }
        return jacobian;
    }

    /// <summary>Writes the blocks of the dipoles at y, one after the other, each row-major; those of other unknowns are 0.</summary>
    public void Blocks(ReadOnlySpan<double> y, Span<double> blocks)
    {
        at.Expand(y);
        blocks.Clear();
        Span<double> own = stackalloc double[mobile * mobile];
        Span<double> outside = stackalloc double[mobile * mobile];
        var from = 0;
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            forces.OwnJacobian(at.HalfWidthOf(k), own);
            at.Drift(y, k, small);
            forces.ExternalHessian(pairing.Pairs[k].Positive, small, outside);
            var side = 2 * mobile;
            for (var a = 0; a < mobile; a++)
            {
                for (var b = 0; b < mobile; b++)
                {
                    blocks[from + ((mobile + a) * side) + mobile + b] = own[(a * mobile) + b];
                    blocks[from + (a * side) + mobile + b] = -outside[(a * mobile) + b];
                    blocks[from + ((mobile + a) * side) + b] = -outside[(a * mobile) + b];
                }
            }
            from += side * side;
        }
    }

    /// <summary>For each unknown the first components of the particles it moves, and whether the second moves against the first.</summary>
    private (int First, int Second, int Sign)[] Unknowns()
    {
        var unknowns = new (int First, int Second, int Sign)[subject.Count * mobile];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            for (var a = 0; a < mobile; a++)
            {
                unknowns[at.Centre(k) + a] = ((i * mobile) + a, (j * mobile) + a, 1);
                unknowns[at.Width(k) + a] = ((i * mobile) + a, (j * mobile) + a, -1);
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            for (var a = 0; a < mobile; a++) unknowns[at.Single(s) + a] = ((pairing.Singles[s] * mobile) + a, -1, 0);
        }
        return unknowns;
    }
}
