using MathNet.Numerics;
using MathNet.Numerics.RootFinding;

namespace Orowan.Measures;

/// <summary>A number with a bound of its error.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">How wrong it may be, absolute.</param>
public readonly record struct Estimate(double Value, double Error)
{
    /// <summary>The estimate of a positive multiple.</summary>
    public static Estimate operator *(double factor, Estimate of) => new(factor * of.Value, factor * of.Error);

    /// <summary>The estimate of a sum.</summary>
    public static Estimate operator +(Estimate a, Estimate b) => new(a.Value + b.Value, a.Error + b.Error);
}

/// <summary>A way to compute the Luxemburg norm of a function that takes some values on sets of some measures.</summary>
public delegate Estimate StepNorm(YoungFunction phi, ReadOnlySpan<double> values, ReadOnlySpan<double> measures);

/// <summary>The Luxemburg norm (A.1) of B: the least lambda with int phi(|g| / lambda) at most 1.</summary>
public static class LuxemburgNorm
{
    private const int MostIterations = 200;

    /// <summary>Beyond this the modular is only known to be large or small, which is all that the search asks for.</summary>
    private const double Clamp = 1e3;

    /// <summary>
    /// The norm of the function that is <paramref name="values"/>[j] on a set of measure <paramref name="measures"/>[j] and 0 elsewhere. Any
    /// sizes that doubles have, as long as the norm itself is one; the error stated is that of rounding.
    /// </summary>
    /// <remarks>
    /// With lambda = M exp(x), M the largest |value|, the logarithm of the modular int phi(|g| / lambda) is a sum in logarithmic scale, which
    /// neither overflows nor underflows, and decreases in x. Its zero is bracketed by doubling steps and found by Brent's method. One step of
    /// Newton's follows in plain scale, where every term is at most 1: the modular s has relative rounding error e there, d log s / d log
    /// lambda is at most -1 because phi is convex, and the exponential's own amplification of rounding appears in both, so that the norm has
    /// relative error of order e.
    /// </remarks>
    /// <exception cref="ArgumentException">The lengths differ, a value is not finite, a measure is not positive and finite, or the norm is no normal double.</exception>
    public static Estimate Of(YoungFunction phi, ReadOnlySpan<double> values, ReadOnlySpan<double> measures)
    {
        var largest = LargestOf(values, measures);
        if (largest == 0) return new(0, 0);
        var (ratios, weights) = Nonzero(values, measures, largest);
        var x = Root(phi, ratios, weights);
        var scale = Polished(phi, ratios, weights, Math.Exp(x));
        var norm = largest * scale;
        if (!double.IsNormal(norm)) throw new ArgumentException("The norm is outside the range of normal doubles.", nameof(values));
        return new(norm, norm * (ratios.Length + 16) * Precision.PositiveDoublePrecision);
    }

    private static double LargestOf(ReadOnlySpan<double> values, ReadOnlySpan<double> measures)
    {
        if (values.Length != measures.Length) throw new ArgumentException($"There are {values.Length} values on {measures.Length} sets.", nameof(measures));
        double largest = 0;
        for (var j = 0; j < values.Length; j++)
        {
            if (!double.IsFinite(values[j])) throw new ArgumentException($"Values must be finite; one is {values[j]:R}.", nameof(values));
            if (!(measures[j] > 0) || !double.IsFinite(measures[j])) throw new ArgumentException($"Measures must be positive; one is {measures[j]:R}.", nameof(measures));
            largest = Math.Max(largest, Math.Abs(values[j]));
        }
        return largest;
    }

    private static (double[] Ratios, double[] Weights) Nonzero(ReadOnlySpan<double> values, ReadOnlySpan<double> measures, double largest)
    {
        var (ratios, weights) = (new List<double>(values.Length), new List<double>(values.Length));
        for (var j = 0; j < values.Length; j++)
        {
            var ratio = Math.Abs(values[j]) / largest;
            if (ratio == 0) continue;
            ratios.Add(ratio);
            weights.Add(measures[j]);
        }
        return ([.. ratios], [.. weights]);
    }

    private static double Root(YoungFunction phi, double[] ratios, double[] weights)
    {
        double[] logRatios = [.. ratios.Select(r => Math.Log(r))], logWeights = [.. weights.Select(w => Math.Log(w))];
        double Modular(double x) => LogModular(phi, logRatios, logWeights, x);

        var (low, high) = (-1.0, 1.0);
        for (var step = 1.0; Modular(low) <= 0; step *= 2) (low, high) = (low - step, low);
        for (var step = 1.0; Modular(high) >= 0; step *= 2) (low, high) = (high, high + step);
        if (!Brent.TryFindRoot(Modular, low, high, 1e-12, MostIterations, out var root)) throw new ArithmeticException("The norm was not found.");
        return root;
    }

    /// <summary>log of sum_j w_j phi(r_j exp(-x)), by its largest term.</summary>
    private static double LogModular(YoungFunction phi, double[] logRatios, double[] logWeights, double x)
    {
        var largest = double.NegativeInfinity;
        for (var j = 0; j < logRatios.Length; j++) largest = Math.Max(largest, logWeights[j] + phi.LogOf(logRatios[j] - x));
        if (!double.IsFinite(largest)) return Math.CopySign(Clamp, largest);
        double sum = 0;
        for (var j = 0; j < logRatios.Length; j++) sum += Math.Exp(logWeights[j] + phi.LogOf(logRatios[j] - x) - largest);
        return Math.Clamp(largest + Math.Log(sum), -Clamp, Clamp);
    }

    private static double Polished(YoungFunction phi, double[] ratios, double[] weights, double scale)
    {
        for (var step = 0; step < 2; step++)
        {
            double modular = 0, growth = 0;
            for (var j = 0; j < ratios.Length; j++)
            {
                modular += weights[j] * phi.Value(ratios[j] / scale);
                growth += weights[j] * phi.Growth(ratios[j] / scale);
            }
            // d modular / d log scale = -growth.
            scale += scale * ((modular - 1) / growth);
        }
        return scale;
    }
}
