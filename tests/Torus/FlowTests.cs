using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Integration;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Torus;

public class FlowTests
{
    private static readonly ReferenceSolver Solver = new();

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void One_particle_in_a_cosine_follows_its_closed_form(int charge)
    {
        const double a = 0.05, x0 = 0.1;
        var run = Solver.Solve(Circle(new TorusLogRegularisedPotential(0.1), [x0], [charge], 0.8) with { U = new(1, [FourierTerm.Cosine(a, 1)]) });
        for (var k = 0; k < run.Times.Length; k++)
        {
            var exact = Math.Atan(Math.Tan(Math.PI * x0) * Math.Exp(4 * Math.PI * Math.PI * a * charge * run.Times[k])) / Math.PI;
            Assert.Equal(exact, run.X[k][0], run.Uncertainty!.Value);
        }
        Assert.True(run.Uncertainty < 1e-9);
    }

    [Fact]
    public void Two_equal_charges_without_regularisation_follow_their_closed_form()
    {
        var run = Solver.Solve(Circle(new TorusLogPotential(), [0.3, 0.34], [1, 1], 0.2));
        for (var k = 0; k < run.Times.Length; k++)
        {
            var exact = Math.Acos(Math.Cos(Math.PI * 0.04) * Math.Exp(-Math.PI * Math.PI * run.Times[k])) / Math.PI;
            Assert.Equal(exact, run.X[k][1] - run.X[k][0], 2 * run.Uncertainty!.Value);
        }
    }

    [Fact]
    public void Two_opposite_charges_without_regularisation_end_the_run_where_they_meet()
    {
        var run = Solver.Solve(Circle(new TorusLogPotential(), [0.3, 0.5], [1, -1], 1));
        var meeting = -Math.Log(Math.Cos(Math.PI * 0.2)) / (Math.PI * Math.PI);
        Assert.Contains("particles 0 and 1 meet at t = ", run.Ended, StringComparison.Ordinal);
        Assert.Equal(meeting, double.Parse(run.Ended!.Split("t = ")[1].Split(',')[0]), 1e-9);
        Assert.True(run.Times[^1] < meeting);
    }

    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(-1, 0.05)]
    [InlineData(-1, 1e-4)]
    public void Two_regularised_charges_follow_their_implicit_solution(int sign, double delta)
    {
        const double r0 = 0.2;
        var run = Solver.Solve(Circle(new TorusLogRegularisedPotential(delta), [0.3, 0.3 + r0], [1, sign], 0.01));
        var cosh = Math.Cosh(2 * Math.PI * delta);
        for (var k = 1; k < run.Times.Length; k++)
        {
            var r = run.X[k][1] - run.X[k][0];
            var residual = Invariant(r) - Invariant(0.3 + r0 - 0.3) - (sign * 2 * Math.PI * Math.PI * run.Times[k]);
            // dF/dr = 2 pi (C - cos 2 pi r) / sin 2 pi r turns an error of r into one of F.
            var slope = 2 * Math.PI * (cosh - Math.Cos(2 * Math.PI * r)) / Math.Sin(2 * Math.PI * r);
            Assert.Equal(0, residual, (2 * run.Uncertainty!.Value * slope) + 1e-14);
        }

        double Invariant(double r) => (cosh * Math.Log(Math.Tan(Math.PI * r))) - Math.Log(Math.Sin(2 * Math.PI * r));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Velocities_are_minus_n_times_the_slopes_of_the_energy(string name)
    {
        var subject = Named(name);
        var velocities = TorusFlow.Velocities(subject);
        const double h = 1e-6;
        for (var i = 0; i < velocities.Length; i++)
        {
            if (subject.Motion == TorusMotion.Slip && i % 2 == 1)
            {
                Assert.Equal(0, velocities[i]);
                continue;
            }
            var slope = (TorusFlow.Energy(subject with { X = subject.X.SetItem(i, subject.X[i] + h) })
                - TorusFlow.Energy(subject with { X = subject.X.SetItem(i, subject.X[i] - h) })) / (2 * h);
            Assert.Equal(-subject.Count * slope, velocities[i], 1e-6 * (1 + Math.Abs(velocities[i])));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Energy_lost_is_dissipation_and_the_signed_sum_of_positions_follows_U(string name)
    {
        var subject = Named(name);
        var run = Solver.Solve(subject);
        Assert.Null(run.Ended);
        for (var k = 0; k < run.Times.Length; k++)
        {
            Assert.Equal(run.Energy!.Value[0], run.Energy.Value[k] + run.Dissipation!.Value[k], 1e-9);
            // Without U the sum of the positions stands still; on slip planes its first component.
            if (subject.U.Terms.Length > 0) continue;
            for (var a = 0; a < subject.Dimension; a++)
            {
                Assert.Equal(0, Enumerable.Range(0, subject.Count).Sum(i => run.X[k][(i * subject.Dimension) + a] - run.X[0][(i * subject.Dimension) + a]), 1e-10);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_stated_uncertainty_covers_the_difference_to_a_much_finer_run(string name)
    {
        var subject = Named(name);
        var finest = TorusFlow.Run(subject);
        foreach (var tolerance in new[] { 1e-3, 1e-6, 1e-9 })
        {
            var run = Solver.Solve(subject with { Tolerance = tolerance });
            var largest = run.X.Zip(finest.X).Max(rows => rows.First.Zip(rows.Second).Max(x => Math.Abs(x.First - x.Second)));
            Assert.True(largest <= run.Uncertainty, $"{largest:R} > {run.Uncertainty:R} at {tolerance:R}");
            Assert.True(run.Uncertainty <= tolerance);
        }
    }

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    public void Short_dipoles_reach_the_width_that_U_gives_them(int n)
    {
        // d = -n U'(z) / (2 lambda) after the layer, up to the share of the widths to the distances.
        var delta = Math.Pow(n, -3.5);
        var subject = Dipoles(n, delta);
        var run = Solver.Solve(subject);
        var lambda = subject.V.HessianBound;
        for (var k = 0; k < n / 2; k++)
        {
            var expected = -n * (-Math.Sin(2 * Math.PI * subject.Dipoles!.Z[k])) / (2 * lambda);
            Assert.Equal(expected, run.D!.Value[^1][k], 1e-5 * n * delta * delta);
        }
        Assert.True(run.WidthUncertainty <= subject.Tolerance * subject.LengthScale);
    }

    [Fact]
    public void Dipoles_and_the_same_particles_by_positions_move_alike()
    {
        var dipoles = Dipoles(8, 1e-3);
        var run = Solver.Solve(dipoles);
        var positions = Solver.Solve(dipoles with { Dipoles = null });
        for (var k = 0; k < run.Times.Length; k++)
        {
            for (var i = 0; i < 8; i++) Assert.Equal(run.X[k][i], positions.X[k][i], run.Uncertainty!.Value + positions.Uncertainty!.Value);
        }
    }

    [Fact]
    public void A_flow_that_starts_at_a_row_of_a_run_goes_on_as_it_did()
    {
        foreach (var subject in new[] { Named("plane"), Dipoles(8, 1e-3) })
        {
            var run = Solver.Solve(subject);
            var rest = TorusFlow.Run(subject with { Dipoles = null, X = [.. run.X[1]], T = subject.T - run.Times[1], Output = [subject.T - run.Times[1]] });
            for (var i = 0; i < subject.X.Length; i++) Assert.Equal(run.X[^1][i], rest.X[^1][i], 1e-9);
        }
    }

    /// <summary>
    /// Separations far below the movement that they have in common lose digits, and more the smaller they are; no step may be asked to be
    /// better than those digits. Forces and positions as at 1e-4, where none are lost.
    /// </summary>
    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e-8)]
    [InlineData(1e-9)]
    public void Steps_do_not_shrink_in_a_cluster_that_travels(double spacing)
    {
        var (wide, narrow) = (Travel(1e-4), Travel(spacing));
        Assert.Null(narrow.Ended);
        Assert.InRange(narrow.Statistics!["steps"], 1, 2 * wide.Statistics!["steps"]);
        for (var i = 0; i < wide.X[^1].Length; i++) Assert.Equal(wide.X[^1][i], narrow.X[^1][i], 1e-3);

        static TorusRun Travel(double spacing) => TorusFlow.Run(
            Circle(new TorusLogRegularisedPotential(spacing), [0.05, 0.05 + spacing, 0.05 + (2.2 * spacing), 0.75], [1, -1, 1, -1], 0.3)
            with
            { U = new(1, [new([1], -0.2, 0.1)]) });
    }

    [Fact]
    public void Errors_allowed_stay_near_the_tolerance_where_digits_are_not_lost()
    {
        const double tolerance = 1e-10;
        foreach (var subject in (TorusCase[])[Named("plane"), Named("circle with U"), Dipoles(8, 1e-3)])
        {
            var flow = new TorusDynamics(subject, TorusPairing.Of(subject), tolerance);
            var (y, rate, allowed) = (flow.Initial(0), new double[flow.Dimension], new double[flow.Dimension]);
            for (var i = 0; i < y.Length; i++) y[i] += 0.1 * (y[i] == 0 ? 1e-3 : y[i]);
            Assert.True(flow.TryRate(y, rate));
            flow.AllowedErrors(y, rate, 1e-3, allowed);
            Assert.All(allowed, error => Assert.InRange(error, 0, 1.001 * tolerance));
        }
    }

    [Fact]
    public void Particles_at_one_place_that_do_not_interact_move_alone()
    {
        var free = Circle(new TorusLogRegularisedPotential(0.1), [0.1], [1], 0.2) with { U = new(1, [FourierTerm.Cosine(0.05, 1)]) };
        var together = Solver.Solve(free with { V = FourierPotential.Zero(1), X = [0.1, 0.1], B = [1, 1] });
        Assert.Equal(Solver.Solve(free).X[^1][0], together.X[^1][1], 2 * together.Uncertainty!.Value);
    }

    /// <summary>Steps of a particle that nothing moves start at a hundredth of the horizon and grow by 6 up to the longest: their ends are known.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(17)]
    public void A_row_that_is_wanted_where_a_step_ends_is_there(int leastSteps)
    {
        List<double> output = [0];
        for (var step = 0.01; output[^1] + step < 1; step = Math.Min(6 * step, 1.0 / leastSteps)) output.Add(output[^1] + step);
        output.Add(1);
        var run = Solver.Solve(Circle(new TorusLogRegularisedPotential(0.1), [0.3], [1], 1) with { Output = [.. output] });
        Assert.Equal(output, run.Times);
    }

    public static TheoryData<string> Cases { get; } = ["circle", "circle with U", "plane", "slip", "slip without delta"];

    private static TorusCase Named(string name)
    {
        ImmutableArray<double> x = [0.11, 0.2, 0.52, 0.31, 0.74, 0.83, 0.3, 0.66];
        ImmutableArray<int> b = [1, -1, 1, -1];
        ImmutableArray<double> output = [0, 0.02, 0.05];
        return name switch
        {
            "circle" => Circle(new TorusLogRegularisedPotential(0.02), [0.1, 0.22, 0.31, 0.7, 0.85], [1, -1, 1, 1, -1], 0.05),
            "circle with U" => Circle(new TorusLogRegularisedPotential(0.02), [0.1, 0.22, 0.31, 0.7, 0.85], [1, -1, 1, 1, -1], 0.05)
                with
            { U = new(1, [new([1], 0.1, 0.05), new([2], 0, 0.02)]) },
            "plane" => new(2, TorusMotion.Isotropic, new TorusGreenPotential(0.05), FourierPotential.Zero(2), x, b, 0.05, output, 1e-9),
            "slip" => new(
                2, TorusMotion.Slip, new TorusEdgePotential(0.05), new(2, [new([1, 1], 0.1, 0)]), x, b, 0.05, output, 1e-9),
            _ => new(2, TorusMotion.Slip, new TorusEdgePotential(0), FourierPotential.Zero(2), x, b, 0.05, output, 1e-9),
        };
    }

    private static TorusCase Circle(TorusPotential v, ImmutableArray<double> x, ImmutableArray<int> b, double horizon) =>
        new(1, TorusMotion.Isotropic, v, FourierPotential.Zero(1), x, b, horizon, [0, 0.3 * horizon, 0.7 * horizon, horizon], 1e-9);

    /// <summary>n/2 dipoles at equal distances, of widths up to delta / 2, in U = cos(2 pi x) / (2 pi).</summary>
    private static TorusCase Dipoles(int n, double delta) => TorusCase.OfDipoles(
        1,
        TorusMotion.Isotropic,
        new TorusLogRegularisedPotential(delta),
        new(1, [FourierTerm.Cosine(1 / (2 * Math.PI), 1)]),
        [.. Enumerable.Range(0, n / 2).Select(k => (k + 0.5) / (n / 2))],
        [.. Enumerable.Range(0, n / 2).Select(k => 0.5 * delta * Math.Cos(7 * k))],
        1,
        [0, 0.5, 1],
        1e-8);

    /// <summary>Forces of other dipoles are kept during an iteration where they hardly change: the same steps with the whole Jacobian, which never does so, end at the same place.</summary>
    [Theory]
    [InlineData(1, "isotropic", "torus-log-regularised")]
    [InlineData(2, "isotropic", "torus-green")]
    [InlineData(2, "slip", "torus-edge")]
    public void Blocks_with_kept_forces_end_where_the_whole_Jacobian_does(int dimension, string motion, string kind)
    {
        const int Pairs = 8;
        var delta = Math.Pow(2 * Pairs, -3.5);
        var slip = motion is "slip";
        TorusPotential v = kind switch
        {
            "torus-green" => new TorusGreenPotential(delta),
            "torus-edge" => new TorusEdgePotential(0),
            _ => new TorusLogRegularisedPotential(delta),
        };
        var subject = TorusCase.OfDipoles(
            dimension,
            slip ? TorusMotion.Slip : TorusMotion.Isotropic,
            v,
            new FourierPotential(dimension, [FourierTerm.Cosine(0.05, dimension == 1 ? [1] : [1, 1])]),
            [.. Enumerable.Range(0, Pairs * dimension).Select(i => i % dimension == 0 ? ((i / dimension) + 0.5) / Pairs : (0.37 * i) % 1)],
            [.. Enumerable.Range(0, Pairs * dimension).Select(i => delta * 0.1 * (1 + (i % 3)))],
            1,
            [1],
            1e-8);
        var (kept, whole) = (Run(blocks: true), Run(blocks: false));
        Assert.True(kept.Evaluations < 0.75 * whole.Evaluations, $"{kept.Evaluations} evaluations against {whole.Evaluations}");
        for (var i = 0; i < kept.State.Length - 1; i++) Assert.Equal(whole.State[i], kept.State[i], 1e-8 * subject.LengthScale);
        // The dissipation is a sum over steps whose errors nothing controls here.
        Assert.Equal(1, kept.State[^1] / whole.State[^1], 1e-6);

        (double[] State, long Evaluations) Run(bool blocks)
        {
            var flow = new TorusDynamics(subject, TorusPairing.Of(subject), 1e-11) { UsesBlocks = blocks };
            var method = new RadauIIA(flow, flow.Initial(0));
            var step = 1e-3 * 2 * Pairs * delta * delta;
            var (time, attempts) = (0.0, 0);
            while (time < subject.T)
            {
                Assert.True(++attempts < 500, $"t = {time:R}, step {step:R}");
                step = Math.Min(step, subject.T - time);
                if (!double.IsFinite(method.Attempt(step)))
                {
                    step *= 0.25;
                    continue;
                }
                method.Accept();
                time += step;
                step *= 1.3;
            }
            return (method.State.ToArray(), method.Evaluations);
        }
    }
}
