using Orowan.Formats;
using Orowan.Particles;

namespace Orowan.Claims.Annihilation;

/// <summary>A, Proposition 4.5(iv): dissipation of the energy, exactly.</summary>
internal static class EnergyBalance
{
    public static Claim<LineCase> Claim { get; } = LineClaims.About(
        "A-4.5-iv",
        "Proposition 4.5(iv)",
        "E_n(t) + (1/n) int_0^t |x'|^2 = E_n(0) + sum of the jumps at collisions up to t, where a pair that dies at y jumps by "
        + "-(1/n^2) [sum over the others alive of (V+W)(x_i - y) + W(0)]; hence E_n(t) - E_n(0) <= C - (1/n) int_0^t |x'|^2 "
        + "with C = 2K(M_2(0) + c t) + w0/(2n), K of (2.3), w0 = max(0, -W(0)).",
        "Between collisions dE_n/dt = -(1/n)|x'|^2. The jump is the definition (1.1) with the pair's terms left out, each unordered pair "
        + "weighing 1/n^2. With (2.3) a jump is at most (1/n^2)[K sum (x_i - y)^2 + w0] <= (2K/n)(M_2 + y^2) + w0/n^2; there are at most n/2 "
        + "jumps and the y are places of two ghosts each, so the sum of y^2 is at most n M_2/2.",
        Check);

    /// <summary>The size of the energies of a run: the largest of what is dissipated, the energies at both ends, and one pair's weight.</summary>
    public static double Scale(LineTrial trial)
    {
        var dissipated = trial.Intervals.Sum(i => double.IsNaN(i.Dissipation) ? 0 : i.Dissipation);
        var (first, last) = (Math.Abs(trial.EnergyOf(trial.Rows[0]).Energy), Math.Abs(trial.EnergyOf(trial.Rows[^1]).Energy));
        var pair = 1 / ((double)trial.Count * trial.Count);
        return new[] { dissipated, first, last, pair }.Where(double.IsFinite).Max();
    }

    /// <summary>The exact jump of E_n when the pairs of one collision die in the state just before it.</summary>
    public static double Jump(LineCase subject, LineState contact, Collision collision)
    {
        var b = (int[])contact.B.Clone();
        double jump = 0;
        foreach (var ((left, right), y) in collision.Pairs.Zip(collision.At))
        {
            b[left] = b[right] = 0;
            for (var i = 0; i < b.Length; i++)
            {
                if (b[i] != 0) jump -= subject.V.Value(contact.X[i] - y) + subject.W.Value(contact.X[i] - y);
            }
            jump -= subject.W.Value(0);
        }
        return jump / ((double)b.Length * b.Length);
    }

    private static IEnumerable<Comparison> Check(LineTrial trial)
    {
        var subject = trial.Case;
        var scale = Scale(trial);
        var (initial, error) = trial.EnergyOf(trial.Rows[0]);
        double dissipated = 0, jumps = 0;
        var offset = trial.Rows.Length - trial.Run.Times.Length;
        if (Stated(trial, 0, offset, initial, 0, error, scale) is { } first) yield return first;
        for (var k = 0; k < trial.Intervals.Length; k++)
        {
            var interval = trial.Intervals[k];
            if (interval.Pass is null)
            {
                yield return Comparison.Unknown($"balance of energy from t = {interval.From.Time:R} on: the flow cannot start there");
                yield break;
            }
            dissipated += interval.Dissipation;
            jumps += interval.Pass.Contacts.Zip(interval.Pass.Collisions, (contact, collision) => Jump(subject, contact, collision)).Sum();
            var (energy, here) = trial.EnergyOf(interval.To);
            error += (2 * here) + interval.DissipationUncertainty;
            var at = $"t = {interval.To.Time:R}";
            yield return Comparison.Equal(energy + dissipated, initial + jumps, error, scale, $"balance of energy at {at}");
            var allowance = CaseConstants.Of(subject).JumpBound(interval.To.Time);
            yield return Comparison.AtMostOnScale(
                energy - initial + dissipated,
                allowance,
                error,
                Math.Max(scale, allowance),
                $"bound on the energy at {at}");
            if (Stated(trial, k + 1, offset, energy, dissipated, error, scale) is { } stated) yield return stated;
        }
    }

    /// <summary>What the run itself says of its energy and dissipation; the one further off is compared.</summary>
    private static Comparison? Stated(LineTrial trial, int row, int offset, double energy, double dissipated, double error, double scale)
    {
        if (row < offset) return null;
        var candidates = new List<Comparison>();
        var at = $"t = {trial.Rows[row].Time:R}";
        if (trial.Run.Energy is { } energies) candidates.Add(Comparison.Equal(energies[row - offset], energy, error, scale, $"stated energy at {at}"));
        if (trial.Run.Dissipation is { } stated) candidates.Add(Comparison.Equal(stated[row - offset], dissipated, error, scale, $"stated dissipation at {at}"));
        return candidates.Count == 0 ? null : candidates.Aggregate((a, b) => Finding.IsWorse(a, b) ? a : b);
    }
}
