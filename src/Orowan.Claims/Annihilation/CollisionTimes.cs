using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>Comparison of two lists of collisions.</summary>
internal static class CollisionTimes
{
    /// <summary>Times by pair.</summary>
    public static Dictionary<(int I, int J), double> ByPair(IEnumerable<Collision> collisions)
    {
        var times = new Dictionary<(int, int), double>();
        foreach (var collision in collisions)
        {
            foreach (var pair in collision.Pairs) times[pair] = collision.Time;
        }
        return times;
    }

    /// <summary>The largest difference of the times of a pair; a pair in one list alone counts up to <paramref name="end"/>.</summary>
    public static double Difference(IEnumerable<Collision> a, IEnumerable<Collision> b, double end)
    {
        var (first, second) = (ByPair(a), ByPair(b));
        return first.Keys.Union(second.Keys)
            .Select(pair => Math.Abs(first.GetValueOrDefault(pair, end) - second.GetValueOrDefault(pair, end)))
            .DefaultIfEmpty(0)
            .Max();
    }
}
