using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.Annihilation;

/// <summary>
/// Curves of measures made of a pair: mu(t) has the atoms x_i + t v_i, 0 to 1, with v_i = y_{i mod m} - x_i, masses and signs kept, and
/// mu_n(t) oscillates about it: x_i + t v_i + (A/n) sin(n t + i), A a quarter of the extent of all places. W(mu_n(t), mu(t)) is at most A/n.
/// </summary>
internal sealed class LineCurves
{
    /// <summary>Atoms nearer than this are one place, which oscillates by a quarter of a unit of length.</summary>
    private const double LeastExtent = 1e-3;

    private readonly AtomicMeasure start;
    private readonly double[] velocity;

    public LineCurves(LineMeasures pair)
    {
        start = pair.First;
        velocity = [.. start.X.Select((x, i) => pair.Second.X[i % pair.Second.Count] - x)];
        double[] places = [.. pair.First.X, .. pair.Second.X];
        var extent = places.Max() - places.Min();
        Extent = extent > LeastExtent ? extent : 1;
        Amplitude = Extent / 4;
        SquaredSpeed = start.Mass.Zip(velocity, (m, v) => m * v * v).Sum();
    }

    public double Extent { get; }

    /// <summary>A.</summary>
    public double Amplitude { get; }

    /// <summary>sum m_i v_i^2, the squared metric derivative of mu: atoms of one sign that differ in place stay with themselves for a while.</summary>
    public double SquaredSpeed { get; }

    /// <summary>mu(t).</summary>
    public AtomicMeasure At(double t) => start.At((i, x) => x + (t * velocity[i]));

    /// <summary>mu_n(t).</summary>
    public AtomicMeasure At(double t, int n) => start.At((i, x) => x + (t * velocity[i]) + (Amplitude / n * Math.Sin((n * t) + i)));

    /// <summary>
    /// int_0^1 of sum m_i (x_i')^2 for mu_n, in closed form: v^2 + (2 v A/n)(sin(n + i) - sin i) + A^2 (1/2 + (sin 2(n + i) - sin 2i)/(4n)).
    /// The squared metric derivative is this sum for almost every t, as crossings of atoms are isolated in time.
    /// </summary>
    public double Action(int n)
    {
        double sum = 0;
        for (var i = 0; i < start.Count; i++)
        {
            var mixed = 2 * velocity[i] * Amplitude / n * (Math.Sin(n + i) - Math.Sin(i));
            var square = Amplitude * Amplitude * (0.5 + ((Math.Sin(2.0 * (n + i)) - Math.Sin(2.0 * i)) / (4.0 * n)));
            sum += start.Mass[i] * ((velocity[i] * velocity[i]) + mixed + square);
        }
        return sum;
    }

    /// <summary>A step for which every atom of mu(t) is still nearer to itself than to any other of its sign, and crosses no sign.</summary>
    public double Step(double t)
    {
        var at = At(t);
        var gap = Extent;
        for (var i = 0; i < at.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                // Atoms that share place and velocity stay one.
                if (at.Sign[i] == at.Sign[j] && (start.X[i] != start.X[j] || velocity[i] != velocity[j])) gap = Math.Min(gap, Math.Abs(at.X[i] - at.X[j]));
            }
        }
        var fastest = velocity.Max(Math.Abs);
        return fastest == 0 ? 0.25 : Math.Min(0.25, Math.Min(Math.Max(gap, 1e-6 * Extent), 1) / (8 * fastest));
    }

    /// <summary>Of a few times the one whose <see cref="Step"/> is longest: collisions of its atoms are farthest.</summary>
    public double CalmTime => ((double[])[0.3, 0.41, 0.5, 0.57, 0.64]).MaxBy(Step);

    /// <summary>What the rounding of places, and of the sum of masses, makes of a distance between them.</summary>
    public double Rounding => 64 * Floating.Spacing * (start.X.Max(Math.Abs) + (2 * Extent) + 1);
}
