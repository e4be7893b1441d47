namespace Orowan.Measures;

/// <summary>A Young function of B, appendix A, given so that arguments and values beyond the range of doubles do no harm.</summary>
public abstract record YoungFunction
{
    /// <summary>phi_alpha(t) = exp(t^alpha) - 1, of Exp_alpha.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not in (0, 1000]. Below 1 the function is not convex.</exception>
    public static YoungFunction Exponential(double alpha) => new ExponentialYoungFunction(Within(alpha, above: 0, nameof(alpha)));

    /// <summary>phi^beta(t) = t (log(e + t))^beta, of L log^beta L; t itself for beta = 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="beta"/> is not in [0, 1000].</exception>
    public static YoungFunction Logarithmic(double beta) =>
        new LogarithmicYoungFunction(beta == 0 ? 0 : Within(beta, above: 0, nameof(beta)));

    /// <summary>psi_1(t) = exp(t) - t - 1, of B, Lemma A.1(iv): equivalent to phi_1 on a bounded domain.</summary>
    public static YoungFunction ExponentialConjugate { get; } = new ExponentialConjugateFunction();

    /// <summary>psi^1(t) = (t + 1) log(1 + t) - t, complementary to psi_1; equivalent to phi^1 on a bounded domain.</summary>
    public static YoungFunction LogarithmicConjugate { get; } = new LogarithmicConjugateFunction();

    /// <summary>phi(t), t >= 0; infinite where it overflows.</summary>
    public abstract double Value(double t);

    /// <summary>t phi'(t), t >= 0.</summary>
    public abstract double Growth(double t);

    /// <summary>log phi(exp(x)): the function in logarithmic scale on both axes. Increasing.</summary>
    public abstract double LogOf(double x);

    /// <summary>The t with phi(t) = 1, so that 1 / t is the Luxemburg norm of the constant 1.</summary>
    public double UnitPoint => 1 / LuxemburgNorm.Of(this, [1], [1]).Value;

    private static double Within(double order, double above, string name) =>
        order > above && order <= 1000 ? order : throw new ArgumentOutOfRangeException(name, order, "The order must be larger than 0 and at most 1000.");
}

/// <summary>exp(t^alpha) - 1.</summary>
/// <param name="Alpha">alpha > 0; a Young function from 1 on.</param>
internal sealed record ExponentialYoungFunction(double Alpha) : YoungFunction
{
    /// <summary>Where exp(w) - 1 and exp(w) are the same double.</summary>
    private const double Large = 40;

    public override double Value(double t) => ExpMinusOne(Math.Pow(t, Alpha));

    public override double Growth(double t)
    {
        var w = Math.Pow(t, Alpha);
        return Alpha * w * Math.Exp(w);
    }

    public override double LogOf(double x)
    {
        var w = Math.Exp(Alpha * x);
        // Below, exp(w) - 1 = w (1 + w/2 + ...): its logarithm keeps its digits when w underflows.
        return w > Large ? w : w < 1e-8 ? (Alpha * x) + (w / 2) : Math.Log(ExpMinusOne(w));
    }

    private static double ExpMinusOne(double w) => Potentials.SpecialFunctions.ExpMinusOne(w);
}

/// <summary>t (log(e + t))^beta.</summary>
/// <param name="Beta">beta >= 0; a Young function beyond 0.</param>
internal sealed record LogarithmicYoungFunction(double Beta) : YoungFunction
{
    public override double Value(double t) => t * Math.Pow(Math.Log(Math.E + t), Beta);

    public override double Growth(double t)
    {
        var l = Math.Log(Math.E + t);
        return t * Math.Pow(l, Beta) * (1 + (Beta * (t / (Math.E + t)) / l));
    }

    public override double LogOf(double x) => x + (Beta * Math.Log(LogOfShifted(x)));

    /// <summary>log(e + exp(x)) = max(1, x) + log(1 + exp(-|x - 1|)).</summary>
    internal static double LogOfShifted(double x) => Math.Max(1, x) + Potentials.SpecialFunctions.LogOnePlus(Math.Exp(-Math.Abs(x - 1)));
}
