using FsCheck.Xunit;
using Orowan.Flows;
using Orowan.Formats;
using Xunit;

namespace Orowan.Properties;

/// <summary>What the equations say of any solver: symmetries, restart, and independence of the tolerance.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 30)]
public class SolverProperties
{
    private static readonly ReferenceSolver Solver = new();

    [Property]
    public void Exchanging_all_signs_changes_no_position(LineCase subject)
    {
        var run = Solver.Solve(subject);
        var exchanged = Solver.Solve(subject with { B = [.. subject.B.Select(b => -b)] });
        AssertSame(run, exchanged, subject, x => x);
    }

    [Property]
    public void A_reflection_reflects_the_run(LineCase subject)
    {
        var run = Solver.Solve(subject);
        var reflected = Solver.Solve(subject with { X = [.. subject.X.Reverse().Select(x => -x)], B = [.. subject.B.Reverse()] });
        AssertSame(run, reflected, subject, x => [.. x.Reverse().Select(y => -y)]);
    }

    [Property]
    public void A_looser_tolerance_gives_the_same_run_within_both_uncertainties(LineCase subject)
    {
        var run = Solver.Solve(subject);
        var looser = Solver.Solve(subject with { Tolerance = 1e-6 });
        AssertSame(run, looser, subject, x => x);
    }

    [Property]
    public void The_output_times_do_not_change_the_run(LineCase subject)
    {
        var run = Solver.Solve(subject);
        var sparse = Solver.Solve(subject with { Output = [subject.T] });
        var error = run.X[^1].Zip(sparse.X[^1], (a, b) => Math.Abs(a - b)).Max();
        Assert.True(error <= Allowed(run, sparse, subject), $"The last rows differ by {error:R}.");
        Assert.Equal(run.Collisions!.Value.Length, sparse.Collisions!.Value.Length);
    }

    /// <summary>Two runs may differ by what both say of themselves.</summary>
    private static double Allowed(LineRun a, LineRun b, LineCase subject) =>
        a.Uncertainty!.Value + b.Uncertainty!.Value + (1e-15 * subject.X.Max(Math.Abs));

    private static void AssertSame(LineRun run, LineRun other, LineCase subject, Func<double[], double[]> map)
    {
        var allowed = Allowed(run, other, subject);
        foreach (var (row, image) in run.X.Zip(other.X))
        {
            var error = row.Zip(map(image), (a, b) => Math.Abs(a - b)).Max();
            Assert.True(error <= allowed, $"Rows differ by {error:R}, uncertainties allow {allowed:R}.");
        }
        Assert.Equal(Annihilated(run), Annihilated(other));
    }

    private static int Annihilated(LineRun run) => run.Collisions is { } collisions ? collisions.Sum(c => c.Pairs.Length) : 0;
}
