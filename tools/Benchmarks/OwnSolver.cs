using System.Diagnostics;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One pass of the flow at a local tolerance, as the peers make; the reference solver makes two, to know its error.</summary>
internal sealed class OwnSolver : ISolverUnderTest
{
    private static readonly Potential V = new LogPotential();

    private static readonly Potential W = new NegatedPotential(new RegularisedLogPotential(Bed.Softening));

    public string Name => "orowan";

    public string Kind => "ours";

    public Answer? Solve(Bed bed, double tolerance, int repetitions, double seconds)
    {
        var pass = Pass(bed, tolerance);
        WarmUp(bed, tolerance, seconds);
        var times = new List<double>();
        while (times.Count < repetitions && (times.Count == 0 || times.Sum() < seconds))
        {
            var start = Stopwatch.GetTimestamp();
            pass = Pass(bed, tolerance);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        if (pass.Ended is not null) return null;
        var collisions = pass.Collisions.SelectMany(c => Enumerable.Repeat(c.Time, c.Pairs.Length)).Order();
        return new Answer([.. times], pass.Rows[^1].State.X, [.. collisions]);
    }

    /// <summary>
    /// The runtime recompiles a method after some thirty calls, and a while after the last that was new; the peers are compiled ahead, so
    /// times start after that, however short a pass is.
    /// </summary>
    private static void WarmUp(Bed bed, double tolerance, double seconds)
    {
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds) Pass(bed, tolerance);
    }

    private static LinePass Pass(Bed bed, double tolerance) =>
        LineFlow.Restart(V, W, new LineState(bed.X, bed.B), [Bed.Horizon], Bed.Horizon, 1, tolerance);
}
