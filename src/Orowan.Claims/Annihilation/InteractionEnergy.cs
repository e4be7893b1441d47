using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, (1.1): the interaction energy as printed, what it does not see, and what leaves it as it is.</summary>
internal static class InteractionEnergy
{
    private const int RowsSampled = 4;

    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-eq-1.1",
        "Equation (1.1)",
        "E_n is the printed double sum: each unordered pair of the alive counts 1/n^2 times V or W, no particle meets itself, a ghost contributes "
        + "nothing; E_n is the same after a translation, a reflection, a relabelling, and an exchange of all signs.",
        "The double sum written out over all ordered pairs, against the sum over unordered ones and against the energy that the run states. "
        + "V and W are even and see differences only; the products b_i b_j do not change when all signs do.",
        Check);

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var offset = trial.Rows.Length - trial.Run.Times.Length;
        var stride = Math.Max(1, trial.Rows.Length / RowsSampled);
        for (var k = 0; k < trial.Rows.Length; k += stride)
        {
            var sum = new PrintedSum(trial.Case, trial.Rows[k].State);
            var at = $"t = {trial.Rows[k].Time:R}";
            var (energy, uncertainty) = trial.EnergyOf(trial.Rows[k]);
            yield return Comparison.Equal(energy, sum.Energy(), sum.Rounding, sum.Size, $"sum over unordered pairs at {at}");
            if (k >= offset && trial.Run.Energy is { } stated)
            {
                yield return Comparison.Equal(stated[k - offset], sum.Energy(), uncertainty + sum.Rounding, sum.Size, $"stated energy at {at}", LineClaims.PositionResolution);
            }
            foreach (var comparison in Invariances(trial, sum, at)) yield return comparison;
        }
    }

    private static IEnumerable<Comparison> Invariances(LineTrial trial, PrintedSum sum, string at)
    {
        var (energy, n) = (sum.Energy(), trial.Count);
        int[] same = [.. Enumerable.Range(0, n)], reversed = [.. same.Reverse()];
        yield return Comparison.Equal(sum.Energy(same, reflected: true), energy, sum.Rounding, sum.Size, $"after a reflection, {at}");
        yield return Comparison.Equal(sum.Energy(reversed), energy, sum.Rounding, sum.Size, $"after a relabelling, {at}");
        yield return Comparison.Equal(sum.Energy(same, sign: -1), energy, sum.Rounding, sum.Size, $"after an exchange of all signs, {at}");
        var by = trial.Case.LengthScale;
        var moved = sum.State with { X = [.. sum.State.X.Select(x => x + by)] };
        if (sum.State.LogGap.IsEmpty)
        {
            var place = Floating.Spacing * (sum.State.X.Max(Math.Abs) + by);
            var slope = LineEnergy.Gradient(trial.Case.V, trial.Case.W, sum.State).Sum(Math.Abs);
            yield return Comparison.Equal(
                new PrintedSum(trial.Case, moved).Energy(), energy, (2 * slope * place) + sum.Rounding, sum.Size, $"after a translation, {at}", LineClaims.PositionResolution);
        }
        var ghostsMoved = sum.State with { X = [.. sum.State.X.Select((x, i) => sum.State.B[i] == 0 ? x + by : x)] };
        yield return Comparison.Equal(LineEnergy.Of(trial.Case.V, trial.Case.W, ghostsMoved), energy, sum.Rounding, sum.Size, $"with the ghosts elsewhere, {at}");
        foreach (var i in sum.State.Alive().Take(1))
        {
            var dead = sum.State with { B = [.. sum.State.B.Select((b, j) => j == i ? 0 : b)], LogGap = sum.State.LogGap.Remove(i) };
            var expected = energy - (sum.PullOf(i) / ((double)n * n));
            yield return Comparison.Equal(new PrintedSum(trial.Case, dead).Energy(), expected, sum.Rounding, sum.Size, $"with particle {i} a ghost, {at}");
        }
    }
}

/// <summary>(1.1) of A as printed, over ordered pairs of one state.</summary>
internal sealed class PrintedSum
{
    private readonly LineCase subject;
    private readonly int[] next;

    public PrintedSum(LineCase subject, LineState state)
    {
        this.subject = subject;
        State = state;
        next = [.. Enumerable.Range(0, state.B.Length).Select(i => Array.FindIndex(state.B, i + 1, b => b != 0))];
        Size = Math.Max(Sum(i => i, 1, 1, Math.Abs), 1 / ((double)subject.Count * subject.Count));
        Rounding = 4 * Floating.Spacing * (subject.Count + 8) * Size;
    }

    public LineState State { get; }

    /// <summary>The sum of the absolute values of all terms, and at least one pair's weight.</summary>
    public double Size { get; }

    /// <summary>How wrong the sum may be by rounding.</summary>
    public double Rounding { get; }

    /// <summary>E_n.</summary>
    public double Energy() => Sum(i => i, 1, 1, value => value);

    /// <summary>E_n with the particles taken in another order, with x turned into -x, or with all charges multiplied.</summary>
    public double Energy(int[] order, bool reflected = false, int sign = 1) => Sum(i => order[i], reflected ? -1 : 1, sign, value => value);

    /// <summary>The sum over the others alive of V or W at their distance to particle i.</summary>
    public double PullOf(int i) =>
        Enumerable.Range(0, subject.Count).Where(j => j != i && State.B[j] != 0).Sum(j => Potential(i, j, State.B[i] * State.B[j], 1));

    private double Sum(Func<int, int> order, int mirror, int sign, Func<double, double> term)
    {
        double sum = 0;
        for (var a = 0; a < subject.Count; a++)
        {
            for (var c = 0; c < subject.Count; c++)
            {
                var (i, j) = (order(a), order(c));
                var product = sign * State.B[i] * (sign * State.B[j]);
                if (i != j && product != 0) sum += term(Potential(i, j, product, mirror));
            }
        }
        return sum / (2.0 * subject.Count * subject.Count);
    }

    private double Potential(int i, int j, int product, int mirror)
    {
        var r = mirror * Distance(i, j);
        return product == 1 ? subject.V.Value(r) : subject.W.Value(r);
    }

    /// <summary>x_i - x_j, with the digits that positions cannot carry.</summary>
    private double Distance(int i, int j)
    {
        if (next[Math.Min(i, j)] == Math.Max(i, j) && State.LogGap.TryGetValue(Math.Min(i, j), out var logarithm)) return (i > j ? 1 : -1) * Math.Exp(logarithm);
        return State.X[i] - State.X[j];
    }
}
