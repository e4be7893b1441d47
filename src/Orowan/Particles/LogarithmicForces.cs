using System.Runtime.CompilerServices;
using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>
/// Velocities of (1.2) of A for V' = -a/r between equals and W' = -c r/(r^2 + e^2) between opposites, and the energy (1.1) of A, eight
/// particles at a time.
/// </summary>
/// <remarks>
/// The two species are taken apart. Within one, gaps are sums of gaps of the chain and <see cref="LikePush"/> works as if the species
/// were alone; between the two, <see cref="OppositePush"/> works on positions. Lengths are scaled by powers of two, which is exact, so
/// that products of four stay in range; chains whose lengths differ too much for that are left to the caller's general way.
/// Of many particles, <see cref="FastLikePush"/>, <see cref="FastOppositePush"/>, <see cref="FastLikeLogs"/> and
/// <see cref="FastOppositeLogs"/> do the same in a time proportional to their number.
/// </remarks>
internal sealed class LogarithmicForces
{
    /// <summary>2^-500 and 2^500: within these, the scaling factors and the scaled lengths are in range themselves.</summary>
    private const double LeastSpread = 3.054936363499605e-151;

    private const double MostSpread = 3.273390607896142e150;

    /// <summary>
    /// From this number of particles on, forces are summed over cells. With 2000 particles that took from 0.27 to 0.56 of the time of the
    /// direct sums, on a machine with AVX-512, less the larger e is; they took the same with some 700 to 1000. A number of the code and
    /// not of the machine: results do not depend on the hardware.
    /// </summary>
    public const int FewestInCells = 2048;

    /// <summary>
    /// The same for energies. Direct products of distances take a third to a half of the time of direct forces, and logarithms between
    /// nodes are dear: with 3000 particles cells took up to twice as long as all pairs, with 16384 less than half.
    /// </summary>
    public const int FewestInCellsForEnergy = 8192;

    private readonly LogarithmicLaw like;
    private readonly LogarithmicLaw opposite;
    private readonly Species first = new();
    private readonly Species second = new();
    private readonly LikePush firstPush = new();
    private readonly LikePush secondPush = new();
    private readonly FastLikePush firstFast = new();
    private readonly FastLikePush secondFast = new();
    private readonly FastOppositePush oppositeFast = new();
    private readonly LikeLogs logs = new();
    private readonly FastLikeLogs firstLogs = new();
    private readonly FastLikeLogs secondLogs = new();
    private readonly FastOppositeLogs oppositeLogs = new();
    private int[] taken = [];
    private int count;

    private LogarithmicForces(LogarithmicLaw like, LogarithmicLaw opposite) => (this.like, this.opposite) = (like, opposite);

    /// <summary>The forces of these potentials, or null when they are of another kind.</summary>
    public static LogarithmicForces? For(Potential like, Potential opposite)
    {
        if (LogarithmicLaw.Of(like) is not { Softening: 0 } v) return null;
        if (opposite is ZeroPotential) return new LogarithmicForces(v, new(0, 1, 0));
        return LogarithmicLaw.Of(opposite) is { Softening: > 0 } w ? new LogarithmicForces(v, w) : null;
    }

    /// <summary>As <see cref="PairForces.Velocities"/>; false when the lengths of the chain differ too much.</summary>
    /// <remarks>In a trial step opposites may have passed each other: gaps between them may be negative, so sizes are summed.</remarks>
    public bool TryVelocities(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total, Span<double> velocity)
    {
        if (!TryPlace(charge, gap, out var likePower, out var oppositePower)) return false;
        var oppositeScale = PowerOfTwo(oppositePower);
        var (likeFactor, oppositeFactor) = (like.Factor / total * PowerOfTwo(likePower), opposite.Factor / total * oppositeScale);
        var softening = opposite.Softening * oppositeScale;
        if (charge.Length < FewestInCells)
        {
            firstPush.Compute(first.Gap, first.Count);
            secondPush.Compute(second.Gap, second.Count);
            if (IsMixed) OppositePush.Add(first, second, softening);
            Write(first, firstPush.Push, likeFactor, oppositeFactor, velocity);
            Write(second, secondPush.Push, likeFactor, oppositeFactor, velocity);
            return true;
        }
        firstFast.Compute(first.Gap, first.Count);
        secondFast.Compute(second.Gap, second.Count);
        if (IsMixed) oppositeFast.Add(first, firstFast.Cells, second, secondFast.Cells, softening);
        Write(first, firstFast.Push, likeFactor, oppositeFactor, velocity);
        Write(second, secondFast.Push, likeFactor, oppositeFactor, velocity);
        return true;
    }

    /// <summary>As <see cref="PairForces.Energy"/>; false when the lengths of the chain differ too much.</summary>
    public bool TryEnergy(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total, out double energy)
    {
        energy = double.NaN;
        if (!TryPlace(charge, gap, out var likePower, out var oppositePower)) return false;
        double likePairs = ((double)first.Count * (first.Count - 1) / 2) + ((double)second.Count * (second.Count - 1) / 2);
        var few = charge.Length < FewestInCellsForEnergy;
        var likes = few
            ? logs.Sum(first.Gap, first.Count, likePower) + logs.Sum(second.Gap, second.Count, likePower)
            : firstLogs.Sum(first.Gap, first.Count, likePower) + secondLogs.Sum(second.Gap, second.Count, likePower);
        var sum = (like.Shift * likePairs) - (like.Factor * likes);
        if (IsMixed)
        {
            var softening = opposite.Softening * PowerOfTwo(oppositePower);
            var logarithms = few
                ? OppositeLogs.Sum(first, second, softening, oppositePower)
                : oppositeLogs.Sum(first, firstLogs.Cells, second, secondLogs.Cells, softening, oppositePower);
            sum += (opposite.Shift * first.Count * second.Count) - (0.5 * opposite.Factor * logarithms);
        }
        energy = sum / ((double)total * total);
        return true;
    }

    private bool IsMixed => opposite.Factor != 0 && first.Count > 0 && second.Count > 0;

    /// <summary>Takes the species apart and scales their gaps and, where they act on each other, their positions by powers of two.</summary>
    private bool TryPlace(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, out int likePower, out int oppositePower)
    {
        (likePower, oppositePower) = (0, 0);
        var spread = Lanes.SumOfSizes(gap);
        if (!(spread is >= LeastSpread and <= MostSpread)) return false;
        Take(charge);
        if (IsMixed && !(opposite.Softening >= OppositePush.LeastSoftening * spread && opposite.Softening <= MostSpread)) return false;
        likePower = LikePush.SpreadPower - Math.ILogB(spread);
        oppositePower = OppositePush.LargestPower - Math.ILogB(Math.Max(spread, IsMixed ? opposite.Softening : 0));
        return Place(charge, gap, PowerOfTwo(likePower), PowerOfTwo(oppositePower));
    }

    /// <summary>
    /// Writes the gaps within the species, sums of the chain's, and the positions, in one pass; false when a gap of a species is below
    /// <see cref="LikePush.LeastGap"/>.
    /// </summary>
    /// <remarks>
    /// Positions are sums of gaps with the rounding of every addition kept: with s = x + g rounded, x + g - s is exact by Knuth's two-sum.
    /// </remarks>
    private bool Place(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, double likeScale, double oppositeScale)
    {
        if (second.Count == 0) return Lanes.Scale(gap, likeScale, first.Gap) >= LikePush.LeastGap;
        var leader = charge[0];
        var (inFirst, inSecond, enough) = (0, 0, true);
        double sinceFirst = 0, sinceSecond = 0, x = 0, rest = 0;
        for (var i = 0; i < charge.Length; i++)
        {
            if (charge[i] == leader) enough &= Put(first, inFirst++, sinceFirst * likeScale, x, rest, ref sinceFirst);
            else enough &= Put(second, inSecond++, sinceSecond * likeScale, x, rest, ref sinceSecond);
            if (i == gap.Length) break;
            sinceFirst += gap[i];
            sinceSecond += gap[i];
            var g = gap[i] * oppositeScale;
            var sum = x + g;
            var part = sum - x;
            rest += (x - (sum - part)) + (g - part);
            x = sum;
        }
        first.Release();
        second.Release();
        return enough;
    }

    /// <summary>The next particle of a species, this far from the one before; false when that is too little.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Put(Species species, int k, double distance, double high, double low, ref double since)
    {
        (species.High[k], species.Low[k], since) = (high, low, 0);
        if (k == 0) return true;
        species.Gap[k - 1] = distance;
        return distance >= LikePush.LeastGap;
    }

    /// <summary>2^power by its bits; |power| &lt; 1000.</summary>
    private static double PowerOfTwo(int power) => BitConverter.Int64BitsToDouble((1023L + power) << 52);

    private static void Write(Species species, ReadOnlySpan<double> likes, double likeFactor, double oppositeFactor, Span<double> velocity)
    {
        var index = species.Index;
        var push = likes[..index.Length];
        var pull = species.Opposite.AsSpan(0, index.Length);
        for (var k = 0; k < index.Length; k++) velocity[index[k]] = (push[k] * likeFactor) + (pull[k] * oppositeFactor);
    }

    /// <summary>
    /// Charges change only at a collision, and the two lists of particles are kept until they do. The species of the leftmost particle
    /// comes first, so that an exchange of all signs changes no bit.
    /// </summary>
    private void Take(ReadOnlySpan<int> charge)
    {
        if (charge.SequenceEqual(taken.AsSpan(0, count))) return;
        count = charge.Length;
        if (taken.Length < count) taken = new int[count];
        charge.CopyTo(taken);
        first.Take(charge, charge[0]);
        second.Take(charge, -charge[0]);
    }
}
