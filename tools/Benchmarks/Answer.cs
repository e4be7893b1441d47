namespace Orowan.Benchmarks;

/// <summary>What a solver gives for a bed at one tolerance.</summary>
/// <param name="Seconds">Wall times of the repetitions.</param>
/// <param name="X">Positions at T; the annihilated stay where they met.</param>
/// <param name="Collisions">Collision times, one for each pair, increasing.</param>
internal sealed record Answer(double[] Seconds, double[] X, double[] Collisions)
{
    public double Median => Seconds.Order().ElementAt(Seconds.Length / 2);

    /// <summary>The largest difference of a position or of a collision time; infinite when the numbers of collisions differ.</summary>
    public double ErrorAgainst(Answer reference)
    {
        if (Collisions.Length != reference.Collisions.Length) return double.PositiveInfinity;
        double largest = 0;
        foreach (var (x, y) in X.Zip(reference.X)) largest = Math.Max(largest, Math.Abs(x - y));
        foreach (var (s, t) in Collisions.Zip(reference.Collisions)) largest = Math.Max(largest, Math.Abs(s - t));
        return largest;
    }
}
