using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>
/// Where the particles are for the unknowns of <see cref="TorusDynamics"/>: for each dipole the movement of its centre and its half width,
/// (4.1) of B, then the movements of the other particles, each with its mobile components.
/// </summary>
internal sealed class TorusCoordinates
{
    private readonly TorusCase subject;
    private readonly TorusPairing pairing;
    private readonly double[] movement;
    private readonly double[] halfWidth;

    public TorusCoordinates(TorusCase subject, TorusPairing pairing)
    {
        this.subject = subject;
        this.pairing = pairing;
        Mobile = subject.Motion == TorusMotion.Slip ? 1 : subject.Dimension;
        movement = new double[subject.X.Length];
        halfWidth = new double[pairing.HalfWidth.Length];
    }

    /// <summary>Components in which particles move.</summary>
    public int Mobile { get; }

    /// <summary>Movements of the particles from their anchors at the last <see cref="Expand"/>, row-major n by d.</summary>
    public ReadOnlySpan<double> Movement => movement;

    /// <summary>Half widths of the dipoles at the last <see cref="Expand"/>, row-major by d.</summary>
    public double[] HalfWidth => halfWidth;

    /// <summary>Half width of dipole k at the last <see cref="Expand"/>.</summary>
    public ReadOnlySpan<double> HalfWidthOf(int k) => halfWidth.AsSpan(k * subject.Dimension, subject.Dimension);

    /// <summary>Movement of particle i at the last <see cref="Expand"/>.</summary>
    public ReadOnlySpan<double> MovementOf(int i) => movement.AsSpan(i * subject.Dimension, subject.Dimension);

    /// <summary>First unknown of the centre of dipole k.</summary>
    public int Centre(int k) => 2 * Mobile * k;

    /// <summary>First unknown of the half width of dipole k.</summary>
    public int Width(int k) => Centre(k) + Mobile;

    /// <summary>First unknown of single particle s.</summary>
    public int Single(int s) => (2 * Mobile * pairing.Pairs.Length) + (Mobile * s);

    /// <summary>Writes how far the centre of dipole k has moved.</summary>
    public void Drift(ReadOnlySpan<double> y, int k, Span<double> drift)
    {
        drift[..subject.Dimension].Clear();
        y.Slice(2 * Mobile * k, Mobile).CopyTo(drift);
    }

    /// <summary>Takes the movements and half widths from y.</summary>
    public void Expand(ReadOnlySpan<double> y)
    {
        var d = subject.Dimension;
        pairing.HalfWidth.CopyTo(halfWidth, 0);
        Array.Clear(movement);
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            for (var a = 0; a < Mobile; a++) halfWidth[(k * d) + a] = y[Width(k) + a];
            for (var a = 0; a < d; a++)
            {
                var centre = a < Mobile ? y[Centre(k) + a] : 0;
                movement[(i * d) + a] = centre + halfWidth[(k * d) + a];
                movement[(j * d) + a] = centre - halfWidth[(k * d) + a];
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++) y.Slice(Single(s), Mobile).CopyTo(movement.AsSpan(pairing.Singles[s] * d));
    }

    /// <summary>The positions at y, row-major n by d, as movements added to the case's own positions; at y(0) those themselves.</summary>
    public double[] Positions(ReadOnlySpan<double> initial, ReadOnlySpan<double> y)
    {
        Expand(initial);
        var start = (double[])movement.Clone();
        Expand(y);
        var x = new double[movement.Length];
        for (var i = 0; i < x.Length; i++) x[i] = subject.X[i] + (movement[i] - start[i]);
        return x;
    }

    /// <summary>Half widths of the dipoles at y, row-major by d.</summary>
    public double[] HalfWidths(ReadOnlySpan<double> y)
    {
        Expand(y);
        return (double[])halfWidth.Clone();
    }

    /// <summary>Movements of the centres of the dipoles at y, row-major by d.</summary>
    public double[] Drifts(ReadOnlySpan<double> y)
    {
        var drifts = new double[pairing.HalfWidth.Length];
        for (var k = 0; k < pairing.Pairs.Length; k++) Drift(y, k, drifts.AsSpan(k * subject.Dimension, subject.Dimension));
        return drifts;
    }

    /// <summary>dx/dt of the particles for the rate of the unknowns, row-major n by d; 0 where they cannot move.</summary>
    public double[] Velocities(ReadOnlySpan<double> rate)
    {
        var velocities = new double[subject.X.Length];
        for (var k = 0; k < pairing.Pairs.Length; k++)
        {
            var (i, j) = pairing.Pairs[k];
            for (var a = 0; a < Mobile; a++)
            {
                var (centre, width) = (rate[Centre(k) + a], rate[Width(k) + a]);
                velocities[(i * subject.Dimension) + a] = centre + width;
                velocities[(j * subject.Dimension) + a] = centre - width;
            }
        }
        for (var s = 0; s < pairing.Singles.Length; s++)
        {
            for (var a = 0; a < Mobile; a++) velocities[(pairing.Singles[s] * subject.Dimension) + a] = rate[Single(s) + a];
        }
        return velocities;
    }

    /// <summary>The length of a vector of 1 or 2 components.</summary>
    public static double Norm(ReadOnlySpan<double> vector) =>
        vector.Length == 1 ? Math.Abs(vector[0]) : double.Hypot(vector[0], vector[1]);
}
