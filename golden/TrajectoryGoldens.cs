using Orowan.Claims.Annihilation;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;
using static Orowan.Golden.PinnedTable;

namespace Orowan.Golden;

/// <summary>A handful of small trajectories, as tables of numbers.</summary>
public class TrajectoryGoldens
{
    private static readonly ReferenceSolver Solver = new();

    [Fact]
    public Task PlusPlusMinus() => Pin(LineExamples.PlusPlusMinus, "(+, +, -) with V = -log, W = 0: one pair annihilates at t = 9/4");

    [Fact]
    public Task TwoBlocks() => Pin(LineExamples.TwoBlocks, "(+, +, -, -) with W the negated logarithm regularised at 0.3");

    [Fact]
    public Task Mirror() => Pin(LineExamples.Mirror, "a mirror-symmetric case: two pairs annihilate at one time");

    [Fact]
    public Task BoundPair() => Pin(
        new LineCase(new LogPotential(), LineExamples.Attraction(0.05), [0, 0.2], [1, -1], 1, [0, 0.05, 0.1, 0.5, 1], 1e-9),
        "an isolated pair that closes exponentially and never meets: the logarithm of its gap");

    private static Task Pin(LineCase subject, string what)
    {
        var run = Solver.Solve(subject);
        var rows = Enumerable.Range(0, run.Times.Length).Select(k => Row(run, k));
        var collisions = run.Collisions!.Value.SelectMany(c => c.Pairs.Zip(c.At, (pair, at) => $"{Number(c.Time)} {pair.I} {pair.J} {Number(at)}"));
        return new PinnedTable(what, OfTolerance, BySolver, "t, charges, positions, energy, dissipation, logarithms of close gaps")
            .Verify([.. rows, "collisions: t, pair, place", .. collisions.DefaultIfEmpty("none")]);
    }

    private static string Row(LineRun run, int k)
    {
        var close = run.Close.Where(c => c.LogGap[k] is not null).Select(c => Number(c.LogGap[k]!.Value));
        IEnumerable<string> fields =
        [
            Number(run.Times[k]),
            string.Concat(run.B[k].Select(b => b switch { 1 => '+', -1 => '-', _ => 'o' })),
            .. run.X[k].Select(Number),
            Number(run.Energy!.Value[k]),
            Number(run.Dissipation!.Value[k]),
            .. close,
        ];
        return string.Join(' ', fields);
    }
}
