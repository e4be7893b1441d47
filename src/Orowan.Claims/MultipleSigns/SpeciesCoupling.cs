using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Empirical measures (2.2) of B of two configurations with the same charges, their distances by species, and the fields they make.</summary>
internal sealed class SpeciesCoupling
{
    private readonly TorusCase subject;
    private readonly double[] x;
    private readonly double[] y;
    private readonly ImmutableArray<int> charges;
    private readonly Space space;

    /// <param name="subject">Potentials, charges and motion.</param>
    /// <param name="x">Places of mu, n by d.</param>
    /// <param name="y">Places of nu, n by d, with the charges of <paramref name="charges"/>.</param>
    /// <param name="charges">Charges of nu.</param>
    public SpeciesCoupling(TorusCase subject, double[] x, double[] y, ImmutableArray<int> charges)
    {
        (this.subject, this.x, this.y) = (subject, x, y);
        this.charges = charges;
        space = Space.Torus(subject.Dimension);
        Plan = SpeciesTransport.Split(
            AtomicMeasure.Equal(subject.Dimension, [.. x], subject.B), AtomicMeasure.Equal(subject.Dimension, [.. y], charges), space);
    }

    /// <summary>An optimal plan of each species.</summary>
    public TransportPlan Plan { get; }

    /// <summary><b>W</b>(mu, nu), Proposition 2.2(i).</summary>
    public double Distance => Math.Sqrt(Math.Max(0, Plan.Cost));

    /// <summary>W^2 of one species.</summary>
    public double SquareOf(int sign) => Plan.Shipments.Where(s => subject.B[s.From] == sign).Sum(s => s.Mass * space.SquaredDistance(At(x, s.From), At(y, s.To)));

    /// <summary>W_1 of one species; 0 where it has no particles.</summary>
    public double FirstDistanceOf(int sign)
    {
        if (subject.CountOf(sign) == 0) return 0;
        var (first, second) = (AtomicMeasure.Equal(subject.Dimension, [.. x], subject.B), AtomicMeasure.Equal(subject.Dimension, [.. y], charges));
        return Transport.FirstDistance(first.Part(first.Members(sign)), second.Part(second.Members(sign)), space);
    }

    /// <summary>v^-[mu] at a point: grad V * kappa + grad U; v^+ is minus that.</summary>
    public double[] FieldOfFirst(ReadOnlySpan<double> at) => Field(subject, x, subject.B, at);

    /// <summary>v^-[nu] at a point.</summary>
    public double[] FieldOfSecond(ReadOnlySpan<double> at) => Field(subject, y, charges, at);

    /// <summary>
    /// 2 int (x - y + k).(v[mu](x) - v[nu](y)) d gamma of one species, and int |v[mu](x) - v[nu](y)|^2 d gamma; with <paramref name="still"/> nu does not move.
    /// </summary>
    public (double Product, double Square) Rate(int sign, bool still = false)
    {
        double product = 0, square = 0;
        foreach (var shipment in Plan.Shipments.Where(s => subject.B[s.From] == sign))
        {
            var from = At(x, shipment.From);
            var to = At(y, shipment.To);
            var (v, w) = (FieldOfFirst(from), FieldOfSecond(to));
            for (var a = 0; a < subject.Dimension; a++)
            {
                var difference = -sign * (v[a] - (still ? 0 : w[a]));
                product += 2 * shipment.Mass * space.Difference(from[a], to[a]) * difference;
                square += shipment.Mass * difference * difference;
            }
        }
        return (product, square);
    }

    /// <summary>The largest speed of a particle of mu.</summary>
    public double FastestOfFirst => Fastest(x, FieldOfFirst);

    /// <summary>The largest speed of a particle of nu.</summary>
    public double FastestOfSecond => Fastest(y, FieldOfSecond);

    /// <summary>Particle <paramref name="i"/> of a configuration.</summary>
    private ReadOnlySpan<double> At(double[] places, int i) => places.AsSpan(i * subject.Dimension, subject.Dimension);

    private double Fastest(double[] places, FieldAt field)
    {
        double square = 0;
        for (var i = 0; i < charges.Length; i++) square = Math.Max(square, field(At(places, i)).Sum(v => v * v));
        return Math.Sqrt(square);
    }

    private static double[] Field(TorusCase subject, double[] places, ImmutableArray<int> charges, ReadOnlySpan<double> at)
    {
        var d = subject.Dimension;
        var (field, one, r) = (new double[d], new double[d], new double[d]);
        for (var j = 0; j < charges.Length; j++)
        {
            for (var a = 0; a < d; a++) r[a] = at[a] - places[(j * d) + a];
            subject.V.Gradient(r, one);
            for (var a = 0; a < d; a++) field[a] += charges[j] * one[a] / charges.Length;
        }
        subject.U.Gradient(at, one);
        for (var a = 0; a < d; a++) field[a] += one[a];
        // Along slip planes (2.20) has the first component alone.
        if (subject.Motion == TorusMotion.Slip) field[1] = 0;
        return field;
    }

    private delegate double[] FieldAt(ReadOnlySpan<double> at);
}
