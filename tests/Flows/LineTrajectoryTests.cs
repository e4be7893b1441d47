using Orowan.Flows;
using Orowan.Particles;
using Xunit;

namespace Orowan.Tests.Flows;

public sealed class LineTrajectoryTests
{
    private const double Horizon = 1.5;

    /// <summary>Pairs annihilate on the way, and what a row asked for beforehand says, the trajectory says afterwards.</summary>
    [Fact]
    public void States_of_a_trajectory_are_those_of_rows()
    {
        double[] times = [.. Enumerable.Range(1, 60).Select(k => k * Horizon / 60)];
        var rows = Run(times, keeps: false).Rows;
        var kept = Run([], keeps: true);
        Assert.True(kept.Collisions.Length >= 2, $"{kept.Collisions.Length} collisions");
        foreach (var row in rows)
        {
            var state = kept.Trajectory!.At(row.Time);
            Assert.Equal(row.State.B, state.B);
            foreach (var (x, y) in row.State.X.Zip(state.X)) Assert.Equal(x, y, 1e-12);
        }
    }

    [Fact]
    public void Charges_are_off_at_a_collision_and_on_before()
    {
        var kept = Run([], keeps: true);
        foreach (var collision in kept.Collisions)
        {
            Assert.All(collision.Pairs, p => Assert.Equal(0, kept.Trajectory!.At(collision.Time).B[p.I]));
            Assert.All(collision.Pairs, p => Assert.NotEqual(0, kept.Trajectory!.At(Math.BitDecrement(collision.Time)).B[p.I]));
        }
    }

    /// <summary>A run that ends at a collision has a state there, and none beyond.</summary>
    [Fact]
    public void A_trajectory_ends_where_the_run_does()
    {
        var collision = Run([], keeps: true).Collisions[0].Time;
        var trajectory = Run([], keeps: true, collision).Trajectory!;
        Assert.Equal(8, trajectory.At(collision).X.Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => trajectory.At(1.1 * collision));
        Assert.Throws<ArgumentOutOfRangeException>(() => trajectory.At(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LineTrajectory().At(0));
        Assert.Null(Run([], keeps: false).Trajectory);
    }

    /// <summary>The dissipation up to a collision, against a run that stops there.</summary>
    [Fact]
    public void The_dissipation_at_collisions_is_that_of_runs_up_to_them()
    {
        var pass = Run([], keeps: false);
        foreach (var (collision, dissipated) in pass.Collisions.Zip(pass.DissipatedAtCollisions))
            Assert.Equal(Run([collision.Time], keeps: false, collision.Time).Rows[^1].Dissipation, dissipated, 1e-12);
    }

    private static LinePass Run(double[] times, bool keeps, double horizon = Horizon) =>
        LineFlow.Restart(
            Line.Log,
            Line.Attraction(0.2),
            new LineState([-2, -1.5, -1.3, -0.8, 0.8, 1.3, 1.45, 2], Line.Charges("++--++--")),
            [.. times],
            horizon,
            1,
            keepsTrajectory: keeps);
}
