using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Lemma 4.4(iii): the gradient of E_n is Lipschitz on sublevels of E_n + 2 M_2, with the constant.</summary>
internal static class GradientLipschitz
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.4-iii",
        "Lemma 4.4(iii)",
        "Where E_n + 2 M_2 <= S, V(g) <= n^2 S - ((N_l - 2) v + 2 w N+ N-)/2 for each like gap g, N_l = N+(N+ - 1) + N-(N- - 1), "
        + "v, w as in A-4.4-ii, so like gaps stay positive; and |grad E_n(x) - grad E_n(y)| <= (N/n^2) max(B_V/g^2, Lip W') |x - y| for like particles in "
        + "the same order, B_V >= sup |r^2 V''|, <= sqrt(2) (sqrt N/(g n^2)) (2 A_V (1 + log N)/g + N sqrt(A_W Lip W')) |x - y| otherwise, g the least like gap of both.",
        "One pair pays V(g)/n^2, all others at least their floor, and M_2 once covers both. On a segment within one order each like gap stays >= g, and the "
        + "Hessian, a sum of pair Laplacians with weights at most w/n^2, has norm at most N w/n^2. Out of order |x - y| >= sqrt(2) g, and each "
        + "gradient is at most sqrt N times its largest entry, |V'(r)| <= A_V/r.",
        Check,
        c => CurvatureBounds.Of(c.V) is null ? "no bound of r^2 V'' is known for this kind of V" : null);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var states = EnergyStates.Of(trial).Where(s => PairSums.LeastLikeGap(s.State) > 0 && s.State.B.Any(b => b != 0)).ToArray();
        foreach (var here in states) yield return GapOnSublevel(trial.Case, here);
        for (var k = 0; k + 1 < states.Length; k++)
        {
            if (!states[k].State.B.AsSpan().SequenceEqual(states[k + 1].State.B)) continue;
            yield return Ordered(trial.Case, states[k], states[k + 1]);
        }
        foreach (var here in states)
        {
            if (Squeezed(here) is { } squeezed) yield return Ordered(trial.Case, here, squeezed);
            if (Swapped(here) is { } swapped) yield return OutOfOrder(trial.Case, here, swapped);
        }
        if (states.Length == 0) yield return Comparison.AtMost(0, 1, 0, "nothing is alive");
    }

    private static Comparison GapOnSublevel(LineCase subject, EnergyState here)
    {
        double n = subject.Count;
        var (plus, minus) = PairSums.Alive(here.State);
        var like = (plus * (plus - 1)) + (minus * (minus - 1));
        var gap = PairSums.LeastLikeGap(here.State);
        if (double.IsInfinity(gap)) return Comparison.AtMost(0, 1, 0, $"no like pair, {here.At}");
        var level = PairSums.Energy(subject, here.State) + (2 * LineClaims.Moment(here.State.X, 2));
        var (v, w) = (CaseConstants.Of(subject).FloorV, CaseConstants.Of(subject).FloorW);
        var bound = (n * n * level) - (0.5 * (((like - 2) * v) + (2 * w * plus * minus)));
        var rounding = n * n * (PairSums.EnergyRounding(subject, here.State) + (16 * Floating.Spacing * LineClaims.Moment(here.State.X, 2)));
        var place = 2 * Floating.Spacing * here.State.X.Max(Math.Abs) * Math.Abs(subject.V.Slope(gap));
        return Comparison.AtMostOnScale(subject.V.Value(gap), bound, rounding + place, Math.Max(1, Math.Max(Math.Abs(bound), n * n)), $"least like gap on its sublevel, {here.At}");
    }

    private static Comparison Ordered(LineCase subject, EnergyState x, EnergyState y)
    {
        double n = subject.Count;
        var gap = Math.Min(PairSums.LeastLikeGap(x.State), PairSums.LeastLikeGap(y.State));
        var constant = x.State.B.Count(b => b != 0) / (n * n) * Math.Max(CurvatureBounds.Of(subject.V)!.Value / (gap * gap), subject.W.SlopeLipschitz);
        return Compare(subject, x, y, constant, $"{x.At} against {y.At}");
    }

    private static Comparison OutOfOrder(LineCase subject, EnergyState x, EnergyState y)
    {
        double n = subject.Count, alive = x.State.B.Count(b => b != 0);
        var gap = PairSums.LeastLikeGap(x.State);
        var opposite = subject.W is ZeroPotential ? 0 : Math.Sqrt(subject.W.SlopeBound * subject.W.SlopeLipschitz);
        var steepest = Math.Sqrt(alive) / (n * n) * ((2 * subject.V.SlopeBound * (1 + Math.Log(alive)) / gap) + (alive * opposite));
        return Compare(subject, x, y, Math.Sqrt(2) * steepest / gap, $"a like pair swapped, {x.At}");
    }

    private static Comparison Compare(LineCase subject, EnergyState x, EnergyState y, double constant, string at)
    {
        var (from, to) = (LineEnergy.Gradient(subject.V, subject.W, x.State), LineEnergy.Gradient(subject.V, subject.W, y.State));
        var change = Norm(from, to);
        var bound = constant * Norm(x.State.X, y.State.X);
        var rounding = (16 * Floating.Spacing * (from.Sum(Math.Abs) + to.Sum(Math.Abs))) + (4 * Floating.Spacing * constant * x.State.X.Max(Math.Abs));
        return Comparison.AtMostOnScale(change, bound, rounding, Math.Max(Math.Max(bound, change), 1 / (subject.Count * subject.Count * subject.LengthScale)), at);
    }

    /// <summary>Each opposite neighbour pair moved together by half its distance: there W' varies most.</summary>
    private static EnergyState? Squeezed(EnergyState here)
    {
        var (alive, x) = (here.State.Alive(), (double[])here.State.X.Clone());
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if (here.State.B[i] != -here.State.B[j] || here.State.LogGap.ContainsKey(i)) continue;
            var by = 0.25 * (here.State.X[j] - here.State.X[i]);
            (x[i], x[j]) = (x[i] + by, x[j] - by);
            var state = new LineState(x, here.State.B);
            return PairSums.LeastLikeGap(state) > 0 ? new EnergyState($"a pair squeezed, {here.At}", state) : null;
        }
        return null;
    }

    private static EnergyState? Swapped(EnergyState here)
    {
        var alive = here.State.Alive();
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if (here.State.B[i] != here.State.B[j]) continue;
            var x = (double[])here.State.X.Clone();
            (x[i], x[j]) = (x[j], x[i]);
            return new EnergyState("swapped", new LineState(x, here.State.B));
        }
        return null;
    }

    private static double Norm(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (p, q) => (p - q) * (p - q)).Sum());
}
