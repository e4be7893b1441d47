using System.Collections.Immutable;
using Orowan.Continuum;
using Orowan.Formats;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Independent places of uniform density on the circle, as data for Theorem 3.3 of B.</summary>
internal static class IndependentPlaces
{
    private const int Samples = 400;

    /// <summary>The subject with the uniform density.</summary>
    public static TorusNumbers Flat(TorusNumbers subject) => Known.GetValue(subject, s => s with { Gap = 0 });

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<TorusNumbers, TorusNumbers> Known = [];

    /// <summary>The mean of n W^2 to the uniform density over samples of n/2 places of either sign, and six standard errors of it: hundreds of cases are judged.</summary>
    public static (double Mean, double Error) MeanSquare(TorusNumbers subject, int n)
    {
        var state = (ulong)BitConverter.DoubleToInt64Bits(subject.X1) ^ ((ulong)BitConverter.DoubleToInt64Bits(subject.X2) << 1);
        ImmutableArray<double> values = [.. Enumerable.Range(0, Samples).Select(_ => n * (Half() + Half()))];
        var mean = values.Average();
        return (mean, 6 * Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (Samples - 1) / Samples));

        double Half() => CircleQuantiles.SquaredDistance(
            CircleQuantiles.Atoms(Enumerable.Range(0, n / 2).Select(_ => Next()), 1.0 / n), [new QuantilePiece(0.5, 0, 1)]);

        // SplitMix64.
        double Next()
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
