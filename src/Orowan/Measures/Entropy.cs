using MathNet.Numerics;

namespace Orowan.Measures;

/// <summary>A way to compute the entropy of a function that takes some values on sets of some measures.</summary>
public delegate Estimate StepEntropy(ReadOnlySpan<double> values, ReadOnlySpan<double> measures);

/// <summary>The entropy of B, section 2.1: Ent(f) = int f log f, of densities.</summary>
public static class Entropy
{
    /// <summary>The entropy of |<paramref name="values"/>[j]| on sets of measure <paramref name="measures"/>[j], 0 elsewhere; 0 log 0 = 0.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static Estimate Of(ReadOnlySpan<double> values, ReadOnlySpan<double> measures)
    {
        if (values.Length != measures.Length) throw new ArgumentException($"There are {values.Length} values on {measures.Length} sets.", nameof(measures));
        double sum = 0, size = 0;
        for (var j = 0; j < values.Length; j++)
        {
            var value = Math.Abs(values[j]);
            // The measure first: value * log(value) overflows before the product does.
            var term = value == 0 ? 0 : measures[j] * value * Math.Log(value);
            sum += term;
            size += Math.Abs(term);
        }
        return new(sum, (values.Length + 4) * Precision.PositiveDoublePrecision * size);
    }
}
