using System.Collections.Immutable;
using System.Globalization;
using Orowan.Flows;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;
using Xunit.Abstractions;

namespace Orowan.Tests.Continuum;

/// <summary>The Groma-Balogh equations by Fourier series: exact solutions, spectral convergence, and what the scheme keeps exactly.</summary>
public sealed class GromaBaloghTests(ITestOutputHelper output)
{
    /// <summary>kappa = 2 a cos 2 pi k x about rho^+ + rho^- = 1 decays as exp(-4 pi^2 k^2 V_k t), to second order in a.</summary>
    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(3, 0.05)]
    [InlineData(2, 0.3)]
    public void Small_waves_about_equal_constants_decay_at_their_rate(int k, double delta)
    {
        const double Small = 1e-5, Time = 0.1;
        var v = new TorusLogRegularisedPotential(delta);
        var run = Solve(Case(1, v) with { Plus = Series(0.5, FourierTerm.Cosine(Small, k)), Minus = Series(0.5, FourierTerm.Cosine(-Small, k)), T = Time, Output = [0, Time], Tolerance = 1e-12 });
        var factor = Math.Exp(-4 * Math.PI * Math.PI * k * k * v.Coefficient([k]) * Time);
        Assert.InRange(run.Rows[^1].Plus[0] - 0.5, (Small * factor) - 1e-9, (Small * factor) + 1e-9);
        Assert.InRange(run.Rows[^1].Minus[0] - 0.5, (-Small * factor) - 1e-9, (-Small * factor) + 1e-9);
    }

    /// <summary>One species of mass 1 repels itself at the same rate; with V of the wrong sign it would grow.</summary>
    [Fact]
    public void One_species_alone_spreads_at_its_rate_in_the_plane()
    {
        const double Small = 1e-5, Time = 0.05;
        var v = new TorusGreenPotential(0.1);
        var run = Solve(Case(2, v) with { Plus = Series(1, FourierTerm.Cosine(Small, 1, 1)), Minus = None(2), T = Time, Output = [0, Time], Tolerance = 1e-12 });
        var factor = Math.Exp(-4 * Math.PI * Math.PI * 2 * v.Coefficient([1, 1]) * Time);
        Assert.InRange(run.Rows[^1].Plus[0] - 1, (Small * factor) - 1e-9, (Small * factor) + 1e-9);
        Assert.All(run.Rows[^1].Minus, density => Assert.Equal(0, density, 1e-14));
    }

    /// <summary>Without V and U viscosity alone: each wave decays as exp(-4 pi^2 epsilon |k|^2 t), exactly.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Viscosity_alone_is_the_heat_equation(int dimension)
    {
        const double Epsilon = 0.05, Time = 0.3;
        var wave = dimension == 1 ? FourierTerm.Cosine(0.2, 3) : FourierTerm.Cosine(0.2, 1, 2);
        var square = dimension == 1 ? 9 : 5;
        var run = Solve(Case(dimension, NoInteraction(dimension)) with { Viscosity = Epsilon, Plus = Series(0.5, wave), Minus = Constant(dimension), T = Time, Output = [0, Time] });
        Assert.Equal(0.5 + (0.2 * Math.Exp(-4 * Math.PI * Math.PI * Epsilon * square * Time)), run.Rows[^1].Plus[0], 1e-12);
    }

    /// <summary>
    /// U = A sin(2 pi x)/(2 pi) alone carries + by x' = -A cos 2 pi x, - by the opposite. With y = x + 1/4, tan pi y falls as exp(-2 pi A t) and
    /// rho(x(t)) dx(t) = rho(x_0) dx_0.
    /// </summary>
    [Fact]
    public void U_alone_carries_each_species_along_its_characteristics()
    {
        const double A = 0.4, Time = 0.5;
        var u = new FourierPotential(1, [FourierTerm.Sine(A / (2 * Math.PI), 1)]);
        var run = Solve(Case(1, NoInteraction(1)) with { U = u, Plus = Series(0.5, FourierTerm.Cosine(0.2, 1)), Minus = Series(0.5), T = Time, Output = [0, Time] });
        foreach (var (sign, density) in new[] { (1, run.Rows[^1].Plus), (-1, run.Rows[^1].Minus) })
        {
            for (var i = 0; i < density.Length; i++)
            {
                var (x, factor) = ((double)i / density.Length, Math.Exp(sign * 2 * Math.PI * A * Time));
                // Back in time along d/dt y = -A sin 2 pi y, y = x + 1/4: tan(pi y_0) = factor tan(pi y).
                var (sin, cos) = Math.SinCos(Math.PI * (x + 0.25));
                var origin = (Math.Atan2(factor * sin, cos) / Math.PI) - 0.25;
                var initial = sign > 0 ? 0.5 + (0.2 * Math.Cos(2 * Math.PI * origin)) : 0.5;
                Assert.Equal(initial * factor / ((cos * cos) + (factor * factor * sin * sin)), density[i], 1e-7);
            }
        }
    }

    /// <summary>The order grows with the number of points: the error falls faster than any power.</summary>
    [Fact]
    public void Smooth_densities_converge_spectrally_and_within_the_error_stated()
    {
        var exact = Solve(Rough with { Grid = 512, Tolerance = 1e-11 });
        int[] grids = [16, 32, 64, 128];
        var errors = grids.Select(grid =>
        {
            var run = Solve(Rough with { Grid = grid, Tolerance = 1e-11 });
            var error = Largest(run.Rows[^1], exact.Rows[^1], 512 / grid);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{grid,5} {error:E3} stated {run.Uncertainty:E3}"));
            Assert.True(error <= run.Uncertainty, $"{grid} points: error {error:R}, stated {run.Uncertainty:R}");
            return error;
        }).ToArray();
        double[] orders = [.. errors.Zip(errors.Skip(1), (coarse, fine) => Math.Log2(coarse / fine))];
        Assert.All(orders.Zip(orders.Skip(1)), pair => Assert.True(pair.Second > 1.5 * pair.First, $"order {pair.First:R}, then {pair.Second:R}"));
        Assert.True(errors[^1] < 1e-6, $"{errors[^1]:R}");
    }

    /// <summary>Where space is resolved the tolerance decides, and the error stated keeps it.</summary>
    [Fact]
    public void The_error_of_time_follows_the_tolerance()
    {
        var exact = Solve(Rough with { Grid = 256, Tolerance = 1e-12 });
        double[] tolerances = [1e-3, 1e-5, 1e-7];
        foreach (var tolerance in tolerances)
        {
            var run = Solve(Rough with { Grid = 256, Tolerance = tolerance });
            var error = Largest(run.Rows[^1], exact.Rows[^1], 1);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tolerance:E0} {error:E3} stated {run.Uncertainty:E3}"));
            Assert.True(error <= run.Uncertainty && run.Uncertainty <= tolerance, $"tolerance {tolerance:R}: error {error:R}, stated {run.Uncertainty:R}");
        }
    }

    public static TheoryData<string> Kept => ["circle", "viscous", "plane", "slip", "slip, viscous"];

    [Theory]
    [MemberData(nameof(Kept))]
    public void Masses_are_kept_to_rounding_and_the_entropy_balance_is_exact(string name)
    {
        var subject = Named(name);
        var run = Solve(subject);
        Assert.Equal(subject.Output, run.Rows.Select(row => row.Time));
        foreach (var sign in new[] { 1, -1 }) Assert.All(run.Rows, row => Assert.Equal(subject.Of(sign).Mass, row.MassOf(sign), 1e-14));
        Assert.All(run.Rows, row => Assert.True(row.Least > 0, $"{row.Least:R}"));
        Assert.All(run.Balance!.Residual, residual => Assert.InRange(Math.Abs(residual), 0, 1e-9));
        Assert.InRange(run.Balance.Interaction[^1], 1e-4, 1);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"residual {run.Balance.Residual[^1]:E2}, uncertainty {run.Uncertainty:E2}"));
    }

    /// <summary>Densities that do not depend on x_2, under V_(k, 0) = V_k.</summary>
    [Theory]
    [InlineData(TorusMotion.Isotropic)]
    [InlineData(TorusMotion.Slip)]
    public void The_circle_in_the_plane_gives_the_same(TorusMotion motion)
    {
        var circle = Case(1, new FourierPotential(1, [FourierTerm.Cosine(0.4, 1), FourierTerm.Cosine(0.1, 2)])) with
        {
            U = new FourierPotential(1, [FourierTerm.Cosine(0.05, 1)]),
            Viscosity = 0.01,
            Grid = 64,
            Tolerance = 1e-10,
        };
        var plane = circle with
        {
            Dimension = 2,
            Motion = motion,
            V = new FourierPotential(2, [FourierTerm.Cosine(0.4, 1, 0), FourierTerm.Cosine(0.1, 2, 0)]),
            U = new FourierPotential(2, [FourierTerm.Cosine(0.05, 1, 0)]),
            Plus = Embedded(circle.Plus),
            Minus = Embedded(circle.Minus),
        };
        var (line, square) = (Solve(circle).Rows[^1], Solve(plane).Rows[^1]);
        for (var i = 0; i < line.Plus.Length; i++)
        {
            Assert.Equal(line.Plus[i], square.Plus[i * 64], 1e-10);
            Assert.Equal(line.Plus[i], square.Plus[(i * 64) + 21], 1e-10);
            Assert.Equal(line.Minus[i], square.Minus[(i * 64) + 63], 1e-10);
        }
    }

    /// <summary>On slip planes no mass leaves its line x_2 = const: the mean over x_1 stays.</summary>
    [Fact]
    public void On_slip_planes_nothing_moves_along_x2()
    {
        var run = Solve(Named("slip"));
        var side = run.Grid;
        for (var j = 0; j < side; j++)
        {
            double Line(double[] density) => Enumerable.Range(0, side).Sum(i => density[(i * side) + j]) / side;
            Assert.Equal(Line(run.Rows[0].Plus), Line(run.Rows[^1].Plus), 1e-13);
            Assert.Equal(Line(run.Rows[0].Minus), Line(run.Rows[^1].Minus), 1e-13);
        }
        Assert.True(run.Rows[0].Plus.Zip(run.Rows[^1].Plus, (a, b) => Math.Abs(a - b)).Max() > 1e-3, "Nothing moves at all.");
    }

    /// <summary>A density that vanishes in a point, where |grad rho|^2/rho is singular a moment later: steps stay large, the density becomes positive.</summary>
    [Fact]
    public void A_density_that_vanishes_in_a_point_becomes_positive_by_viscosity()
    {
        var run = Solve(Rough with { Plus = Series(0.5, FourierTerm.Cosine(0.5, 1)), Viscosity = 0.02, Tolerance = 1e-8 });
        Assert.True(run.Rows[^1].Least > 0, $"{run.Rows[^1].Least:R}");
        Assert.True(run.Statistics!["steps"] < 2000, $"{run.Statistics["steps"]} steps");
    }

    [Fact]
    public void A_density_of_another_dimension_is_refused() =>
        Assert.Throws<ArgumentException>(() => Solve(Plane with { Minus = Constant(1) }));

    [Fact]
    public void Exchanging_the_species_and_turning_U_round_changes_nothing_else()
    {
        var subject = Named("circle");
        var exchanged = subject with
        {
            Plus = subject.Minus,
            Minus = subject.Plus,
            U = new FourierPotential(1, [.. subject.U.Terms.Select(term => new FourierTerm(term.K, -term.Cos, -term.Sin))]),
        };
        var (first, second) = (Solve(subject).Rows[^1], Solve(exchanged).Rows[^1]);
        Assert.All(first.Plus.Zip(second.Minus), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
        Assert.All(first.Minus.Zip(second.Plus), pair => Assert.Equal(pair.First, pair.Second, 1e-12));
    }

    [Fact]
    public void The_same_case_gives_the_same_bits()
    {
        var (first, second) = (Solve(Named("plane")), Solve(Named("plane")));
        Assert.Equal(first.Rows[^1].Plus, second.Rows[^1].Plus);
        Assert.Equal(first.Rows[^1].Minus, second.Rows[^1].Minus);
    }

    /// <summary>lambda up to 4 pi^2 |k|^2 = 280 000 over T = 1/2: the integrating factor leaves the steps to what moves.</summary>
    [Fact]
    public void Large_viscosity_needs_no_small_steps()
    {
        var run = Solve(Case(1, new TorusLogRegularisedPotential(0.1)) with { Viscosity = 1, Grid = 256, T = 0.5, Output = [0, 0.5] });
        Assert.All(run.Rows[^1].Plus, density => Assert.Equal(0.5, density, 1e-7));
        Assert.True(run.Statistics!["steps"] < 5000, $"{run.Statistics["steps"]} steps");
    }

    private static GromaBaloghCase Rough => Case(1, new TorusLogRegularisedPotential(0.05)) with
    {
        U = new FourierPotential(1, [FourierTerm.Cosine(0.1, 1)]),
        T = 0.15,
        Output = [0, 0.15],
    };

    private static GromaBaloghCase Named(string name) => name switch
    {
        "circle" => Rough,
        "viscous" => Rough with { Viscosity = 0.02 },
        "plane" => Plane,
        "slip" => Plane with { Motion = TorusMotion.Slip, V = new TorusEdgePotential(0.1) },
        "slip, viscous" => Plane with { Motion = TorusMotion.Slip, V = new TorusEdgePotential(0.1), Viscosity = 0.02 },
        _ => throw new ArgumentException(name, nameof(name)),
    };

    private static GromaBaloghCase Plane => Case(2, new TorusGreenPotential(0.1)) with
    {
        U = new FourierPotential(2, [FourierTerm.Cosine(0.05, 1, -1)]),
        Plus = Series(0.6, FourierTerm.Cosine(0.3, 1, 0), FourierTerm.Sine(0.1, 1, 1)),
        Minus = Series(0.4, FourierTerm.Sine(0.2, 0, 1)),
        T = 0.03,
        Output = [0, 0.015, 0.03],
        Tolerance = 1e-7,
    };

    private static GromaBaloghCase Case(int dimension, TorusPotential v) => new(
        dimension,
        TorusMotion.Isotropic,
        v,
        FourierPotential.Zero(dimension),
        0,
        Series(0.5, FourierTerm.Cosine(0.2, 1), FourierTerm.Sine(0.1, 1)),
        Series(0.5, FourierTerm.Sine(0.2, 2), FourierTerm.Cosine(-0.1, 1)),
        0.1,
        [0, 0.05, 0.1],
        null,
        1e-9);

    private static FourierPotential NoInteraction(int dimension) => FourierPotential.Zero(dimension);

    private static SeriesDensity Constant(int dimension) => new(new FourierPotential(dimension, [FourierTerm.Cosine(0.5, [.. new int[dimension]])]));

    private static SeriesDensity None(int dimension) => new(FourierPotential.Zero(dimension));

    private static SeriesDensity Series(double mean, params ImmutableArray<FourierTerm> waves)
    {
        var dimension = waves.IsEmpty ? 0 : waves[0].K.Length;
        return new(new FourierPotential(Math.Max(1, dimension), [FourierTerm.Cosine(mean, [.. new int[Math.Max(1, dimension)]]), .. waves]));
    }

    private static SeriesDensity Embedded(PeriodicDensity density) => new(new FourierPotential(
        2, [.. ((SeriesDensity)density).Series.Terms.Select(term => new FourierTerm([term.K[0], 0], term.Cos, term.Sin))]));

    private static double Largest(GromaBaloghRow coarse, GromaBaloghRow fine, int factor) =>
        Enumerable.Range(0, coarse.Plus.Length).Max(i => Math.Max(Math.Abs(coarse.Plus[i] - fine.Plus[factor * i]), Math.Abs(coarse.Minus[i] - fine.Minus[factor * i])));

    private static GromaBaloghRun Solve(GromaBaloghCase subject) => new ReferenceSolver().Solve(subject);
}
