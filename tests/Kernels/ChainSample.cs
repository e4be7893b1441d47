using System.Numerics;
using Xunit;

namespace Orowan.Tests.Kernels;

/// <summary>Chains by name, so that a failure says which.</summary>
internal sealed record ChainSample(int[] Charge, double[] Gap)
{
    public static readonly int[] Counts = [7, 8, 9, 15, 16, 17, 31, 40, 63, 64, 65, 200, 1027, 2100];

    /// <summary>Charges and gaps, by the names that <see cref="Make"/> takes.</summary>
    public static TheoryData<string, string> Kinds => new()
    {
        { "equal", "even" }, { "equal", "uneven" }, { "equal", "clustered" },
        { "alternating", "even" }, { "alternating", "uneven" }, { "alternating", "crossed" },
        { "blocks", "even" }, { "blocks", "clustered" },
        { "random", "even" }, { "random", "uneven" }, { "random", "clustered" }, { "random", "crossed" },
    };

    public static ChainSample Make(string charges, string gaps, int count)
    {
        var random = new Random(count);
        var charge = new int[count];
        for (var i = 0; i < count; i++)
        {
            charge[i] = charges switch
            {
                "equal" => -1,
                "alternating" => i % 2 == 0 ? 1 : -1,
                "blocks" => i * 8 / count % 2 == 0 ? 1 : -1,
                "one" => i == count / 3 ? -1 : 1,
                _ => random.Next(2) == 0 ? 1 : -1,
            };
        }
        var gap = new double[count - 1];
        for (var i = 0; i < gap.Length; i++)
        {
            var g = (0.2 + random.NextDouble()) / count;
            gap[i] = gaps switch
            {
                "even" => g,
                "uneven" => g * Math.Pow(10, -12 * random.NextDouble()),
                "clustered" => i % 20 == 19 ? g : 1e-14 * g,
                // Geometric over eight decades; and clusters of clusters, their sizes a thousand times apart.
                "graded" => g * Math.Pow(10, -8.0 * i / count),
                "nested" => g * Math.Pow(10, (3 * BitOperations.TrailingZeroCount(i + 1)) - 54),
                _ => charge[i] != charge[i + 1] && i % 3 == 0 ? -0.1 * g : g,
            };
        }
        return new ChainSample(charge, gap);
    }
}
