using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>
/// The coordinates of particles on the torus: short dipoles by centre and half width, (4.1) of B, the others by themselves, all as
/// movements from a fixed anchor, so that widths far below the spacing of doubles at their place keep their digits.
/// </summary>
internal sealed class TorusPairing
{
    /// <summary>Opposites are taken as a dipole when everything else is this many times farther away from either than they are.</summary>
    private const double Isolation = 20;

    /// <param name="pairs">Positive and negative particle of each dipole.</param>
    /// <param name="singles">The others.</param>
    /// <param name="anchor">For each particle, row-major n by d, the place that its movement is counted from; one for both of a dipole.</param>
    /// <param name="halfWidth">Initial half widths, row-major by d.</param>
    private TorusPairing((int Positive, int Negative)[] pairs, int[] singles, double[] anchor, double[] halfWidth)
    {
        Pairs = pairs;
        Singles = singles;
        Anchor = anchor;
        HalfWidth = halfWidth;
    }

    public (int Positive, int Negative)[] Pairs { get; }

    public int[] Singles { get; }

    public double[] Anchor { get; }

    public double[] HalfWidth { get; }

    public static TorusPairing Of(TorusCase subject) => subject.Dipoles is { } dipoles ? Given(subject, dipoles) : Found(subject);

    private static TorusPairing Given(TorusCase subject, Dipoles dipoles)
    {
        var d = subject.Dimension;
        var anchor = new double[subject.X.Length];
        for (var i = 0; i < subject.Count; i++) dipoles.Z.AsSpan().Slice(i / 2 * d, d).CopyTo(anchor.AsSpan(i * d));
        return new([.. Enumerable.Range(0, subject.Count / 2).Select(k => (2 * k, (2 * k) + 1))], [], anchor, [.. dipoles.D]);
    }

    private static TorusPairing Found(TorusCase subject)
    {
        var (n, d) = (subject.Count, subject.Dimension);
        var nearest = new int[n];
        var distance = new double[n];
        var next = new double[n];
        Array.Fill(nearest, -1);
        Array.Fill(distance, double.PositiveInfinity);
        Array.Fill(next, double.PositiveInfinity);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                if (i == j) continue;
                double square = 0;
                for (var a = 0; a < d; a++)
                {
                    var r = TorusPotential.Nearest(subject.X[(i * d) + a] - subject.X[(j * d) + a]);
                    square += r * r;
                }
                if (square < distance[i]) (nearest[i], distance[i], next[i]) = (j, square, distance[i]);
                else if (square < next[i]) next[i] = square;
            }
        }
        var isolated = Isolation * Isolation;
        var pairs = new List<(int, int)>();
        for (var i = 0; i < n; i++)
        {
            var j = nearest[i];
            if (subject.B[i] == 1
                && j >= 0
                && subject.B[j] == -1
                && nearest[j] == i
                && Math.Min(next[i], next[j]) >= isolated * distance[i]
                && distance[i] < 0.01)
                pairs.Add((i, j));
        }
        var paired = pairs.SelectMany(p => new[] { p.Item1, p.Item2 }).ToHashSet();
        var anchor = subject.X.ToArray();
        var halfWidth = new double[pairs.Count * d];
        for (var k = 0; k < pairs.Count; k++)
        {
            var (i, j) = pairs[k];
            for (var a = 0; a < d; a++)
            {
                var half = 0.5 * TorusPotential.Nearest(subject.X[(i * d) + a] - subject.X[(j * d) + a]);
                halfWidth[(k * d) + a] = half;
                anchor[(i * d) + a] = anchor[(j * d) + a] = subject.X[(j * d) + a] + half;
            }
        }
        return new([.. pairs], [.. Enumerable.Range(0, n).Where(i => !paired.Contains(i))], anchor, halfWidth);
    }
}
