using Orowan.Formats;
using static Orowan.Claims.MultipleSigns.GronwallClaims;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// B, (3.7) to (3.9): the rate of W^2 along the flow, as a difference quotient over a step h of 1e-3/(lambda + U2) that the solver makes. With an optimal
/// gamma at the start, xi = x - y + k and velocities v, w the plan moved along costs int |xi + h(v - w) + r|^2 with |r| at most h^2 L e^(L h) times the
/// largest speed at the start, L = 2 lambda + U2, once for each moving measure: |v'| is at most L times the largest speed, which grows at most at the rate L.
/// </summary>
internal static class TransportRates
{
    private static readonly int[] Signs = [1, -1];

    public static Claim<Pair<TorusCase>> ToFixed { get; } = Of(
        "B-eq-3.7",
        "Equations (3.7) and (3.8)",
        "(W^2(mu(t+h), sigma) - W^2(mu(t), sigma))/h <= 2 int (x - y + k).v d gamma + O(h) with O(h) explicit, for each species and every optimal gamma; sigma = nu, and mu and nu exchanged.",
        (pair, solver) => Steps(pair, solver, still: true).SelectMany(step => Compare(step, identity: false)));

    public static Claim<Pair<TorusCase>> ToFixedAsPrinted { get; } = Of(
        ToFixed.Id,
        ToFixed.Label,
        "d/dt W^2(mu(t), sigma) = 2 int (x - y + k).v d gamma for every t and every optimal gamma: the quotient differs by O(h) at most.",
        (pair, solver) => Steps(pair, solver, still: true).SelectMany(step => Compare(step, identity: true)));

    public static Claim<Pair<TorusCase>> OfBoth { get; } = Of(
        "B-eq-3.9",
        "Inequality (3.9)",
        "(W^2(mu(t+h), nu(t+h)) - W^2(mu(t), nu(t)))/h <= 2 int (x - y + k).(v[mu](x) - v[nu](y)) d gamma + O(h) with O(h) explicit, for each species.",
        (pair, solver) => Steps(pair, solver, still: false).SelectMany(step => Compare(step, identity: false)));

    private static Claim<Pair<TorusCase>> Of(
        string id, string label, string statement, Func<Pair<TorusCase>, ISolver, IEnumerable<Comparison>> check) =>
        new(
            id,
            label,
            statement,
            "O(h) = h int |v - w|^2 d gamma + 2 h a (W + h S) + h^3 a^2, a the bound of |r|/h^2 and S^2 = int |v - w|^2 d gamma: the square expanded, k kept.",
            ReasonAgainst,
            check);

    private static IEnumerable<Step> Steps(Pair<TorusCase> pair, ISolver solver, bool still)
    {
        var h = 1e-3 / Math.Max(0.1, RateOf(pair.First));
        TorusCase Short(TorusCase c) => c with { T = h, Output = [0, h], Tolerance = 1e-12 };
        var (first, second) = (TorusTrial.Of(Short(pair.First), solver), TorusTrial.Of(Short(pair.Second), solver));
        yield return new(h, pair, first, second, still);
        if (still) yield return new(h, new(pair.Second, pair.First), second, first, still);
    }

    private static IEnumerable<Comparison> Compare(Step step, bool identity)
    {
        var (h, subject) = (step.H, step.Pair.First);
        var (now, later) = (Initial(step.Pair), step.Later);
        var growth = (2 * subject.V.HessianBound) + subject.U.HessianBound;
        var a = growth * Math.Exp(growth * h) * (now.FastestOfFirst + (step.Still ? 0 : now.FastestOfSecond));
        var error = Math.Sqrt(subject.Dimension) * (step.First.Uncertainty + (step.Still ? 0 : step.Second.Uncertainty));
        foreach (var sign in Signs.Where(sign => subject.CountOf(sign) > 0))
        {
            var (rate, square) = now.Rate(sign, step.Still);
            var (before, after) = (now.SquareOf(sign), later.SquareOf(sign));
            var (w, s) = (Math.Sqrt(before), Math.Sqrt(square));
            var rest = (h * square) + (2 * h * a * (w + (h * s))) + (h * h * h * a * a);
            var uncertainty = ((2 * error * Math.Sqrt(after)) + (error * error) + (1e-15 * before)) / h;
            // What W^2 can come to from nothing within the step, over the step: the scale where mu and nu coincide.
            var scale = (2 * w * SpeedOf(subject)) + rest + (h * SpeedOf(subject) * SpeedOf(subject));
            yield return Comparison.AtMostOnScale((after - before) / h, rate + rest, uncertainty, scale, $"species {sign}");
            if (identity) yield return Comparison.AtMostOnScale(rate - rest, (after - before) / h, uncertainty, scale, $"species {sign} from below");
        }
    }

    private sealed record Step(double H, Pair<TorusCase> Pair, TorusTrial First, TorusTrial Second, bool Still)
    {
        /// <summary>The coupling a step later; nu is where it was when it keeps still.</summary>
        public SpeciesCoupling Later => new(
            Pair.First, First.Rows[^1].State.X, Still ? [.. Pair.Second.X] : Second.Rows[^1].State.X, Pair.Second.B);
    }
}
