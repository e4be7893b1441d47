using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>
/// Velocities of (1.2) of A for V' = -a/r between equals and W' = -c r/(r^2 + e^2) between opposites, eight particles at a time.
/// </summary>
/// <remarks>
/// The two species are taken apart. Within one, gaps are sums of gaps of the chain and <see cref="LikePush"/> works as if the species
/// were alone; between the two, <see cref="OppositePush"/> works on positions. Lengths are scaled by powers of two, which is exact, so
/// that products of four stay in range; chains whose lengths differ too much for that are left to the caller's general way.
/// </remarks>
internal sealed class LogarithmicForces
{
    /// <summary>2^-500 and 2^500: within these, the scaling factors and the scaled lengths are in range themselves.</summary>
    private const double LeastSpread = 3.054936363499605e-151;

    private const double MostSpread = 3.273390607896142e150;

    private readonly double like;
    private readonly double opposite;
    private readonly double softening;
    private readonly Species first = new();
    private readonly Species second = new();
    private readonly LikePush firstPush = new();
    private readonly LikePush secondPush = new();
    private int[] taken = [];
    private int count;
    private double[] high = [];
    private double[] low = [];

    private LogarithmicForces(double like, double opposite, double softening)
    {
        this.like = like;
        this.opposite = opposite;
        this.softening = softening;
    }

    /// <summary>The forces of these potentials, or null when they are of another kind.</summary>
    public static LogarithmicForces? For(Potential like, Potential opposite)
    {
        if (Law(like) is not { Softening: 0 } v) return null;
        if (opposite is ZeroPotential) return new LogarithmicForces(v.Factor, 0, 1);
        return Law(opposite) is { Softening: > 0 } w ? new LogarithmicForces(v.Factor, w.Factor, w.Softening) : null;
    }

    /// <summary>As <see cref="PairForces.Velocities"/>; false when the lengths of the chain differ too much.</summary>
    /// <remarks>In a trial step opposites may have passed each other: gaps between them may be negative, so sizes are summed.</remarks>
    public bool TryVelocities(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total, Span<double> velocity)
    {
        var spread = Lanes.SumOfSizes(gap);
        if (!(spread is >= LeastSpread and <= MostSpread)) return false;
        Take(charge);
        var mixed = opposite != 0 && first.Count > 0 && second.Count > 0;
        if (mixed && !(softening >= OppositePush.LeastSoftening * spread && softening <= MostSpread)) return false;
        var likeScale = PowerOfTwo(LikePush.SpreadPower - Math.ILogB(spread));
        if (!first.TryTakeGaps(gap, likeScale, LikePush.LeastGap) || !second.TryTakeGaps(gap, likeScale, LikePush.LeastGap)) return false;
        firstPush.Compute(first.Gap, first.Count);
        secondPush.Compute(second.Gap, second.Count);
        var oppositeScale = PowerOfTwo(OppositePush.LargestPower - Math.ILogB(Math.Max(spread, mixed ? softening : 0)));
        if (mixed)
        {
            Place(gap, oppositeScale);
            OppositePush.Add(first, second, softening * oppositeScale);
        }
        Write(first, firstPush, like * likeScale, opposite * oppositeScale, total, velocity);
        Write(second, secondPush, like * likeScale, opposite * oppositeScale, total, velocity);
        return true;
    }

    /// <summary>The potential as -f' = a r/(r^2 + e^2); null when it is not of this form.</summary>
    private static (double Factor, double Softening)? Law(Potential potential) =>
        potential switch
        {
            LogPotential => (1, 0),
            RegularisedLogPotential log => (1, log.Delta),
            NegatedPotential negated => Law(negated.Of) is { } of ? (-of.Factor, of.Softening) : null,
            ScaledPotential scaled => Law(scaled.Of) is { } of ? (scaled.Factor * of.Factor, scaled.Stretch * of.Softening) : null,
            _ => null,
        };

    /// <summary>2^power by its bits; |power| &lt; 1000.</summary>
    private static double PowerOfTwo(int power) => BitConverter.Int64BitsToDouble((1023L + power) << 52);

    private static void Write(Species species, LikePush likes, double likeFactor, double oppositeFactor, int total, Span<double> velocity)
    {
        var index = species.Index;
        var push = likes.Push[..index.Length];
        var pull = species.Opposite.AsSpan(0, index.Length);
        for (var k = 0; k < index.Length; k++) velocity[index[k]] = ((push[k] * likeFactor) + (pull[k] * oppositeFactor)) / total;
    }

    /// <summary>
    /// Charges change only at a collision, and the two lists of particles are kept until they do. The species of the leftmost particle
    /// comes first, so that an exchange of all signs changes no bit.
    /// </summary>
    private void Take(ReadOnlySpan<int> charge)
    {
        if (charge.SequenceEqual(taken.AsSpan(0, count))) return;
        count = charge.Length;
        if (taken.Length < count)
        {
            taken = new int[count];
            high = new double[count];
            low = new double[count];
        }
        charge.CopyTo(taken);
        first.Take(charge, charge[0]);
        second.Take(charge, -charge[0]);
    }

    /// <summary>
    /// Positions as sums of gaps with the rounding of every addition kept: with s = x + g rounded, x + g - s is exact by Knuth's two-sum.
    /// </summary>
    private void Place(ReadOnlySpan<double> gap, double scale)
    {
        double x = 0, rest = 0;
        for (var i = 0; i < gap.Length; i++)
        {
            var g = gap[i] * scale;
            var sum = x + g;
            var part = sum - x;
            rest += (x - (sum - part)) + (g - part);
            x = sum;
            high[i + 1] = x;
            low[i + 1] = rest;
        }
        first.TakePositions(high, low);
        second.TakePositions(high, low);
    }
}
