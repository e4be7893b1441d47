namespace Orowan.Flows;

/// <summary>
/// A global error that is estimated, not assumed: a case is integrated twice, the second time at a hundredth of the local tolerance, and the
/// looser integration starts from data moved by a few roundings, so that the difference of the two shows the truncation error and the
/// conditioning of the case at once.
/// </summary>
internal static class TwoIntegrations
{
    /// <summary>The difference of two integrations is multiplied by this: it is a sample of the error, not a bound.</summary>
    public const double Caution = 2;

    /// <summary>Ratio of the local tolerances of the two.</summary>
    private const double Refinement = 0.01;

    /// <summary>
    /// Least numbers of steps of the two. They differ, and not by a simple ratio: two integrations whose steps nothing limits would
    /// otherwise take the same steps, and their difference would be zero whatever their error.
    /// </summary>
    private const int RoughSteps = 7;

    private const int FineSteps = 17;

    /// <summary>Below this local tolerance the error estimate of a step drowns in rounding.</summary>
    private const double FinestLocal = 1e-14;

    /// <summary>Relative movement of the distances of the looser integration.</summary>
    private const double Perturbation = 8 * Floating.Spacing;

    /// <summary>The finer of the first two integrations whose estimated error is at most <paramref name="wanted"/>, or of the finest two.</summary>
    /// <param name="local">The local tolerance to begin with.</param>
    /// <param name="wanted">The global error wanted, a length.</param>
    /// <param name="integrate">Runs the case at a local tolerance, with its data moved by a relative perturbation and a least number of steps.</param>
    /// <param name="judge">The result with its error, from the looser pass, the finer one, and the local tolerance of that.</param>
    public static TResult Refine<TPass, TResult>(
        double local,
        double wanted,
        Func<double, double, int, TPass> integrate,
        Func<TPass, TPass, double, (TResult Result, double Error)> judge)
    {
        local = Math.Max(FinestLocal / Refinement, local);
        while (true)
        {
            var finer = Math.Max(FinestLocal, Refinement * local);
            var fine = integrate(finer, 0, FineSteps);
            var (result, error) = judge(integrate(local, Perturbation, RoughSteps), fine, finer);
            if (error <= wanted) return result;
            // Nothing finer is left to go to, but a looser integration at the finest tolerance may show that this one is better than it seemed.
            if (finer == FinestLocal) return judge(integrate(FinestLocal, Perturbation, RoughSteps), fine, finer).Result;
            local = finer;
        }
    }

    /// <summary>
    /// The errors that the steps were allowed, added as random ones. The difference of two integrations can be small by chance, where it
    /// changes sign; this cannot.
    /// </summary>
    public static double Allowed(long steps, double perStep) => perStep * Math.Sqrt(1 + steps);

    /// <summary>Positions up to <paramref name="largest"/> are written as doubles, two spacings, and each step rounds once more, at random.</summary>
    public static double Rounding(long steps, double largest) => (2 + Math.Sqrt(steps)) * (Math.BitIncrement(largest) - largest);
}
