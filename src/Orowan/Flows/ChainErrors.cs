namespace Orowan.Flows;

/// <summary>What a step may be wrong by in each unknown of a chain, and when a gap is zero to that accuracy.</summary>
internal sealed partial class ChainFlow
{
    /// <summary>Four spacings of doubles at 1: the rounding of a sum of forces, relative to the sum of their sizes.</summary>
    private const double Rounding = 4 * Floating.Spacing;

    /// <summary>Keeps an allowed error from being zero where a rate and a gap are.</summary>
    private const double Smallest = 1e-300;

    private bool noiseIsKnown;

    /// <summary>The gaps of opposites that are zero at y to the accuracy of the run, the smallest first.</summary>
    /// <param name="y">The state at the end of a step of length <paramref name="step"/>.</param>
    /// <param name="rate">The rate at y.</param>
    /// <param name="simultaneous">Times closer than this are one.</param>
    public List<(double Gap, int Left)> Contacts(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, double simultaneous)
    {
        MoveTo(y);
        MeasureNoise();
        List<(double Gap, int Left)> contacts = [];
        for (var i = 0; i < gap.Length; i++)
        {
            if (CanClose(i) && IsContact(i, y[i], rate[i], step, simultaneous)) contacts.Add((y[i], i));
        }
        contacts.Sort();
        return contacts;
    }

    /// <summary>
    /// Whether gap i, closing at <paramref name="rate"/>, is zero to the accuracy of the run: within its error, or to be within the time
    /// <paramref name="simultaneous"/>; driven by the others, and not only by its own exponential decay, which never reaches zero.
    /// </summary>
    private bool IsContact(int i, double at, double rate, double step, double simultaneous)
    {
        if (at <= 0) return true;
        if (-rate <= 2 * exponential[i] * at) return false;
        var unit = Unit(i, 0, rate);
        return at <= 2 * ((tolerance * unit) + RateNoise(i, at, rate, step)) || at <= -rate * simultaneous;
    }

    /// <summary>
    /// The natural unit of gap i: the gap itself between like charges; g + |g'| / a between opposites, whose gap may pass through zero,
    /// with a the rate at which it decays by itself.
    /// </summary>
    private double Unit(int i, double at, double rate)
    {
        if (!chain.IsOpposite(i) || double.IsInfinity(physics.W.SlopeLipschitz)) return Math.Min(lengthScale, Math.Abs(at));
        return exponential[i] == 0 ? lengthScale : Math.Min(lengthScale, Math.Abs(at) + (Math.Abs(rate) / exponential[i]));
    }

    /// <summary>
    /// What the rounding of its rate does to gap i over a step, or over the time in which the flow forgets it. The rate of a bound pair
    /// is summed from parts that are all as small as its gap, so it is only wrong relative to itself.
    /// </summary>
    private double RateNoise(int i, double at, double rate, double step)
    {
        var memory = !chain.IsOpposite(i) || exponential[i] == 0 ? step : Math.Min(step, 1 / exponential[i]);
        var error = bound.Length > 0 && Array.BinarySearch(bound, i) >= 0 ? Rounding * (Math.Abs(rate) + (exponential[i] * Math.Abs(at))) : noise[i] + noise[i + 1];
        return error * memory;
    }

    /// <remarks>
    /// Relative to the natural unit of each gap, so that a like gap of 1e-8 is right to its own digits. The rounding of the rates is
    /// allowed on top: no step could do better.
    /// </remarks>
    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        MoveTo(y);
        MeasureNoise();
        for (var i = 0; i < gap.Length; i++)
        {
            allowed[i] = logarithmic[i]
                ? tolerance * Math.Max(1, Math.Abs(y[i]))
                : Math.Max((tolerance * Unit(i, y[i], rate[i])) + RateNoise(i, y[i], rate[i], step), Smallest);
        }
        allowed[^1] = 10 * tolerance * Math.Max(1, Math.Abs(y[^1]));
    }

    /// <summary>
    /// Rounding of each velocity: a few spacings of the sum of the sizes of its terms, which is far more than its own size where they
    /// cancel. Like terms are at most A_V/(m d) at the m-th place from a particle whose nearest like neighbour is at distance d, opposite
    /// ones at most sqrt(A_W Lip W').
    /// </summary>
    private void MeasureNoise()
    {
        if (noiseIsKnown) return;
        noiseIsKnown = true;
        var harmonic = 2 * (1 + Math.Log(Math.Max(1, chain.Count)));
        Array.Clear(noise);
        foreach (var (from, to) in ordered)
        {
            double distance = 0;
            for (var i = from; i < to; i++) distance += gap[i];
            var inverse = Rounding * physics.V.SlopeBound * harmonic / distance;
            noise[from] = Math.Max(noise[from], inverse);
            noise[to] = Math.Max(noise[to], inverse);
        }
        for (var i = 0; i < noise.Length; i++) noise[i] = (noise[i] + (oppositeNoise * chain.Count)) / chain.Total;
    }
}
