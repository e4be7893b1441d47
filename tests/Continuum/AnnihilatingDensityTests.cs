using System.Globalization;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;
using Xunit.Abstractions;

namespace Orowan.Tests.Continuum;

/// <summary>Equation (1.3) of A by finite volumes: exact semicircles, self-convergence after contact, and what the scheme keeps exactly.</summary>
public sealed class AnnihilatingDensityTests(ITestOutputHelper output)
{
    [Fact]
    public void A_semicircle_stays_one_at_order_three_halves()
    {
        int[] cells = [32, 64, 128];
        var runs = cells.Select(n => Densities.Solve(Densities.Semicircle(n, 0, 0.25, 1))).ToArray();
        var errors = runs.Select(run => Densities.DistanceToSemicircle(run.Rows[^1], Math.Sqrt(4.25))).ToArray();
        Print(cells, errors);
        Assert.All(Orders(errors), order => Assert.InRange(order, 1.2, 2));
        Assert.True(errors[^1] < 1e-3, $"W_2 to the semicircle of radius 4.25^(1/2) is {errors[^1]:R} with {cells[^1]} cells over the initial one.");
        Assert.All(runs.Zip(errors), pair => Assert.True(pair.Second <= pair.First.Uncertainty, $"error {pair.Second:R}, stated {pair.First.Uncertainty:R}"));
    }

    [Theory]
    [InlineData(0.5, false)]
    [InlineData(0.7, false)]
    [InlineData(0.7, true)]
    public void After_contact_runs_converge_at_order_one(double plusMass, bool attracts)
    {
        Potential w = attracts ? Densities.Attraction : new ZeroPotential();
        int[] cells = [32, 64, 128, 256];
        var runs = cells.Select(n => Densities.Solve(Densities.Meeting(n, w, plusMass, 0, 1))).ToArray();
        var differences = runs.Zip(runs.Skip(1), (a, b) => Math.Sqrt(QuantileTransport.SquaredDistance(a.Rows[^1], b.Rows[^1]))).ToArray();
        Print(cells[1..], differences);
        Assert.True(runs[^1].Rows[^1].AliveMass(1) < 0.95 * plusMass, "Nothing is annihilated.");
        Assert.All(Orders(differences), order => Assert.InRange(order, 0.7, 2.2));
        Assert.All(runs[..^2], run =>
        {
            var error = Math.Sqrt(QuantileTransport.SquaredDistance(run.Rows[^1], runs[^1].Rows[^1]));
            Assert.True(error <= run.Uncertainty, $"error {error:R}, stated {run.Uncertainty:R}");
        });
    }

    public static TheoryData<string> Kept => ["semicircle", "meeting", "attracting", "blocks", "attracting blocks", "walls"];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Masses_signs_order_and_the_decrease_of_the_energy_are_kept(string name)
    {
        var subject = Named(name);
        var run = Densities.Solve(subject);
        Assert.Equal(subject.Output, run.Rows.Select(row => row.Time));
        foreach (var sign in new[] { 1, -1 })
        {
            Assert.All(run.Rows, row => Assert.InRange(row.MassOf(sign), subject.Of(sign).Mass - 1e-13, subject.Of(sign).Mass + 1e-13));
            Assert.All(run.Rows, row => Assert.All(row.Of(sign), density => Assert.True(density >= 0)));
            Assert.All(run.Rows.Zip(run.Rows.Skip(1)), pair => Assert.True(pair.Second.AliveMass(sign) <= pair.First.AliveMass(sign) + 1e-13));
        }
        Assert.All(run.Rows.Zip(run.Rows.Skip(1)), pair => Assert.True(Densities.SignChanges(pair.Second) <= Densities.SignChanges(pair.First)));
        var energy = run.Energy!.Value;
        Assert.All(energy.Zip(energy.Skip(1)), pair => Assert.True(pair.Second < pair.First, $"{pair.First:R} then {pair.Second:R}"));
    }

    /// <summary>Step by step, through contact; where V + W is at least 0 nothing that is annihilated gives energy.</summary>
    [Theory]
    [MemberData(nameof(Kept))]
    public void No_step_raises_the_energy(string name)
    {
        var subject = Named(name);
        var density = new AnnihilatingDensity(subject, 64);
        var (before, steps) = (density.Energy, 0L);
        while (density.Time < subject.T)
        {
            density.Advance(subject.T, density.Steps + 1);
            Assert.True(density.Energy <= before + 1e-12, $"{before:R} then {density.Energy:R} at t = {density.Time:R}");
            (before, steps) = (density.Energy, steps + 1);
        }
        Assert.True(steps > 20);
    }

    [Fact]
    public void Without_contact_the_energy_that_is_lost_is_dissipated()
    {
        var run = Densities.Solve(Densities.Meeting(64, Densities.Attraction, 0.5, 0, 0.05));
        var lost = run.Energy!.Value[0] - run.Energy!.Value[1];
        output.WriteLine($"lost {lost:R}, dissipated {run.Dissipation!.Value[1]:R}");
        Assert.InRange(run.Dissipation!.Value[1] / lost, 1 - 1e-3, 1 + 1e-3);
    }

    /// <summary>dM_2/dt = [m_+^2 + m_-^2] under V = -log and W = 0, ghosts counted, while nothing annihilates.</summary>
    [Fact]
    public void The_second_moment_grows_as_it_must()
    {
        var row = Densities.Solve(Densities.Semicircle(128, 0, 1)).Rows[^1];
        var moment = row.Plus.Select((p, i) => p * row.Width * Math.Pow(row.Low + ((i + 0.5) * row.Width), 2)).Sum();
        Assert.InRange(moment, (0.0625 + 1) * (1 - 2e-3), (0.0625 + 1) * (1 + 2e-3));
    }

    [Fact]
    public void Reflection_and_exchange_of_signs_change_nothing_else()
    {
        var subject = Densities.Meeting(48, Densities.Attraction, 0.7, 0, 0.5);
        var row = Densities.Solve(subject).Rows[^1];
        var exchanged = Densities.Solve(subject with { Plus = subject.Minus, Minus = subject.Plus }).Rows[^1];
        Assert.Equal(row.Plus, exchanged.Minus, Close(1e-12));
        var mirrored = Densities.Solve(subject with
        {
            Plus = Densities.Of(new SemicirclePart(0.75, 0.5, 0.7)),
            Minus = Densities.Of(new SemicirclePart(-0.75, 0.5, 0.3)),
        }).Rows[^1];
        Assert.Equal(row.Plus, mirrored.Plus.Reverse(), Close(1e-10));
    }

    [Fact]
    public void What_is_in_common_is_annihilated_from_the_start()
    {
        var subject = Densities.Blocks(32, new ZeroPotential(), 0, 0.01) with
        {
            Plus = Densities.Of(StepPart.Block(-1, 1, 0.5)),
            Minus = Densities.Of(StepPart.Block(0, 1, 0.5)),
        };
        var row = Densities.Solve(subject).Rows[0];
        Assert.Equal(0.25, row.AliveMass(1), 1e-12);
        Assert.Equal(0.25, row.AliveMass(-1), 1e-12);
    }

    [Fact]
    public void What_spreads_far_is_followed_on_wider_cells()
    {
        var run = Densities.Solve(Densities.Semicircle(16, 0, 400));
        Assert.InRange(run.Rows[^1].Plus.Length, 16, 128);
        Assert.InRange(run.Rows[^1].MassOf(1), 1 - 1e-13, 1 + 1e-13);
        Assert.InRange(Densities.DistanceToSemicircle(run.Rows[^1], Math.Sqrt(1600.25)), 0, run.Uncertainty!.Value);
    }

    private static DensityCase Named(string name) => name switch
    {
        "semicircle" => Densities.Semicircle(48, [.. Densities.Times(0.5, 6)]),
        "meeting" => Densities.Meeting(64, new ZeroPotential(), 0.6, [.. Densities.Times(0.8, 6)]),
        "attracting" => Densities.Meeting(64, Densities.Attraction, 0.6, [.. Densities.Times(0.8, 6)]),
        "blocks" => Densities.Blocks(64, new ZeroPotential(), [.. Densities.Times(0.4, 6)]),
        "attracting blocks" => Densities.Blocks(64, Densities.Attraction, [.. Densities.Times(0.4, 6)]),
        "walls" => Densities.Blocks(64, new NegatedPotential(new RegularisedWallPotential(0.3)), [.. Densities.Times(0.4, 6)]) with { V = new WallPotential() },
        _ => throw new ArgumentException($"No case {name}.", nameof(name)),
    };

    private void Print(int[] cells, double[] errors)
    {
        var orders = Orders(errors);
        for (var i = 0; i < errors.Length; i++)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cells[i],6} {errors[i]:E3} {(i == 0 ? double.NaN : orders[i - 1]):F2}"));
        }
    }

    private static double[] Orders(double[] errors) => [.. errors.Zip(errors.Skip(1), (a, b) => Math.Log2(a / b))];

    private static IEqualityComparer<double> Close(double tolerance) =>
        EqualityComparer<double>.Create((a, b) => Math.Abs(a - b) <= tolerance, _ => 0);
}
