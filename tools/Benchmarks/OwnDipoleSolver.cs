using System.Diagnostics;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>One pass of the flow of short dipoles (bed D) at a local tolerance, as the peers make.</summary>
internal sealed class OwnDipoleSolver : ISolverUnderTest
{
    public string Name => "orowan";

    public string Kind => "ours";

    public Answer? Solve(Bed bed, double tolerance, int repetitions, double seconds)
    {
        var subject = CaseOf(bed);
        var run = TorusFlow.Run(subject, tolerance);
        // The runtime recompiles a method after some thirty calls; the peers are compiled ahead, so times start after that.
        var start = Stopwatch.GetTimestamp();
        for (var k = 0; k < 20 * repetitions && Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; k++) TorusFlow.Run(subject, tolerance);
        var times = new List<double>();
        while (times.Count < repetitions && (times.Count == 0 || times.Sum() < seconds))
        {
            start = Stopwatch.GetTimestamp();
            run = TorusFlow.Run(subject, tolerance);
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        var delta = subject.V.Delta;
        return run.Ended is null ? new Answer([.. times], [.. run.D!.Value[^1].Select(d => d / delta)], []) : null;
    }

    private static TorusCase CaseOf(Bed bed)
    {
        var (half, delta) = (bed.X.Length / 2, Math.Pow(bed.X.Length, -3.5));
        return TorusCase.OfDipoles(
            1,
            TorusMotion.Isotropic,
            new TorusLogRegularisedPotential(delta),
            new FourierPotential(1, [FourierTerm.Cosine(1 / (2 * Math.PI), 1)]),
            [.. bed.X[..half]],
            [.. bed.X[half..].Select(d => d * delta)],
            Bed.Horizon,
            [Bed.Horizon],
            1e-9);
    }
}
