using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// A measure carried by v_j(t, x) = A_j cos(t) sin(2 pi (x_j - c_j)), from the time t = 0.3 on and back. With u = x_j - c_j,
/// d/dt log tan(pi u) = 2 pi A_j cos t, so tan(pi u(t + h)) = tan(pi u(t)) exp(2 pi A_j (sin(t + h) - sin t)): the flow in closed form.
/// A_j is between 0.1 and 0.3, and c_j lies a quarter before the first atom of sigma.
/// </summary>
internal sealed class Moving
{
    private const double Time = 0.3;

    /// <summary>How near to 1/2 a difference may be for both images to count as nearest.</summary>
    private const double Tie = 1e-12;

    private readonly double[] amplitude;
    private readonly double[] centre;

    public Moving(TorusMeasures pair)
    {
        (Space, Mu, Sigma) = (pair.Space, pair.First, pair.Second);
        amplitude = [.. Enumerable.Range(0, pair.Dimension).Select(j => 0.2 + (0.1 * Math.Sin(j)))];
        centre = [.. Enumerable.Range(0, pair.Dimension).Select(j => pair.Second.X[j] - 0.25)];
    }

    public Space Space { get; }

    /// <summary>mu(t).</summary>
    public AtomicMeasure Mu { get; }

    public AtomicMeasure Sigma { get; }

    /// <summary>Bound of |v|.</summary>
    public double Velocity => Math.Sqrt(amplitude.Sum(a => a * a));

    /// <summary>Bound of |d/dt v(t, x(t))|: A_j |sin t| + 2 pi A_j^2 in each coordinate.</summary>
    public double Acceleration => Math.Sqrt(amplitude.Sum(a => Math.Pow(a + (2 * Math.PI * a * a), 2)));

    /// <summary>Bound of the derivative of W^2.</summary>
    public double First => 2 * Space.Diameter * Velocity;

    /// <summary>The coefficient of h^2 in (2.8).</summary>
    public double Second => (Space.Diameter * Acceleration) + (Velocity * Velocity);

    /// <summary>What rounding makes of a difference of two W^2.</summary>
    public double Rounding => 64 * Floating.Spacing * (Mu.Count + Sigma.Count) * (Space.Dimension + 1);

    /// <summary>Whether every image that is nearest at t stays so within the longest step, or is one of two at t.</summary>
    public bool IsAwayFromTies => Enumerable.Range(0, Mu.Count).All(i => Enumerable.Range(0, Sigma.Count).All(j => Enumerable.Range(0, Space.Dimension).All(k =>
    {
        var r = 0.5 - Math.Abs(Space.Difference(Mu.At(i)[k], Sigma.At(j)[k]));
        return r <= Tie || r > 0.1 * amplitude[k];
    })));

    /// <summary>
    /// Whether each atom has one partner, and the farthest partner, with the way of a step, is nearer than half of what separates the atoms of sigma:
    /// then mass that leaves its partner costs more at any time within the step, and the plan stays the only optimal one.
    /// </summary>
    public bool IsPaired(TransportPlan plan, double h)
    {
        var n = plan.Shipments.Length;
        if (n != Mu.Count || n != Sigma.Count || plan.Shipments.DistinctBy(s => s.From).Count() < n || plan.Shipments.DistinctBy(s => s.To).Count() < n) return false;
        var apart = 0.5;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++) apart = Math.Min(apart, Math.Sqrt(Space.SquaredDistance(Sigma.At(i), Sigma.At(j))));
        }
        return plan.Shipments.Max(s => Math.Sqrt(Space.SquaredDistance(Mu.At(s.From), Sigma.At(s.To)))) + (h * Velocity) < 0.5 * apart;
    }

    /// <summary>mu(t + h).</summary>
    public AtomicMeasure At(double h) => Mu.At((i, x) => x + Displacement(i % Space.Dimension, x, h));

    /// <summary>The image of mu(t) under x + h v(t, x).</summary>
    public AtomicMeasure Straight(double h) => Mu.At((i, x) => x + (h * V(i % Space.Dimension, x)));

    /// <summary>2 int (x - y + k) v d gamma, k one of the nearest.</summary>
    public double Slope(TransportPlan plan) => 2 * Terms(plan).Sum(term => term.Mass * term.R * term.V);

    /// <summary>The least and the largest over all nearest k.</summary>
    public (double Least, double Most) Slopes(TransportPlan plan)
    {
        double least = 0, most = 0;
        foreach (var (mass, r, v) in Terms(plan))
        {
            var (term, spread) = (2 * mass * r * v, 2 * mass * Math.Abs(r * v));
            var ambiguous = Math.Abs(r) >= 0.5 - Tie;
            least += ambiguous ? -spread : term;
            most += ambiguous ? spread : term;
        }
        return (least, most);
    }

    /// <summary>The cost of (T_h x id)_# gamma with the nearest images at t + h, and with those at t.</summary>
    public (double Nearest, double Kept) CostsAfter(TransportPlan plan, double h)
    {
        double nearest = 0, kept = 0;
        foreach (var s in plan.Shipments)
        {
            for (var k = 0; k < Space.Dimension; k++)
            {
                var (x, y) = (Mu.At(s.From)[k], Sigma.At(s.To)[k]);
                var moved = Displacement(k, x, h);
                nearest += s.Mass * Math.Pow(Space.Difference(x + moved, y), 2);
                kept += s.Mass * Math.Pow(Space.Difference(x, y) + moved, 2);
            }
        }
        return (nearest, kept);
    }

    private IEnumerable<(double Mass, double R, double V)> Terms(TransportPlan plan) =>
        from s in plan.Shipments
        from k in Enumerable.Range(0, Space.Dimension)
        select (s.Mass, Space.Difference(Mu.At(s.From)[k], Sigma.At(s.To)[k]), V(k, Mu.At(s.From)[k]));

    private double V(int k, double x) => amplitude[k] * Math.Cos(Time) * Math.Sin(2 * Math.PI * (x - centre[k]));

    private double Displacement(int k, double x, double h)
    {
        var u = x - centre[k];
        u -= Math.Round(u);
        var growth = Math.Exp(2 * Math.PI * amplitude[k] * (Math.Sin(Time + h) - Math.Sin(Time)));
        return (Math.Atan2(Math.Sin(Math.PI * u) * growth, Math.Cos(Math.PI * u)) / Math.PI) - u;
    }
}
