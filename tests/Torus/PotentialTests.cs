using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Torus;

public class PotentialTests
{
    /// <summary>V, gradient, D^2 V (first, mixed, second), by Ewald's sum at 34 digits with another split and adaptive quadrature.</summary>
    public static TheoryData<string, double, double, double, double[]> Reference { get; } = new()
    {
        { "green", 0.001, 0.0002, -0.0003, new double[] { 6.1897440790694151072, -917.19333163022694644, 1375.7899974451514174, -2563762.3765684617094, -3033306.4223724975163, -36007.024589490423339 } },
        { "green", 0.001, 0.3125, 0.125, new double[] { -0.043139411129385175555, -1.7276839538599382162, -0.82046331834446979077, 10.272732858881329158, 5.3131145613889064234, -3.9954045819809029079 } },
        { "green", 0.001, 0.484375, 0.5, new double[] { -0.3459334482032110318, -0.049006764766384304483, 4.9000438991795911353e-36, 3.128742345247915385, -2.6971145782715952189e-36, 3.1518120773038770902 } },
        { "green", 0.05, 0.0002, -0.0003, new double[] { 2.8602557476690420166, -1.5760883951138682837, 2.3641325924852531902, -7872.9864843617555613, -11.183235326984902566, -7863.6671197337757911 } },
        { "green", 0.05, 0.3125, 0.125, new double[] { -0.038168657936906884692, -1.6765952676014393724, -0.79752018332636335523, 9.8900918937832054153, 5.1151753010325647996, -3.8995760293152215397 } },
        { "green", 0.05, 0.484375, 0.5, new double[] { -0.33353982376045940403, -0.048001627385258796604, 4.7978782797862951123e-36, 3.0645499244915903809, -2.6195055956722514749e-36, 3.0871091121756185608 } },
        { "edge", 0.001, 0.0002, -0.0003, new double[] { 6.1080748072511594029, -114.02607435954662558, 2131.1016351772678394, -1550054.5306584671823, -2125627.747098619376, 1478040.4814794863356 } },
        { "edge", 0.001, 0.3125, 0.125, new double[] { 0.34038360769516577358, -0.88299579857863405459, -2.8739898706166669974, 3.4457374890352438214, 13.375171751989868544, -11.436546652997049637 } },
        { "edge", 0.001, 0.484375, 0.5, new double[] { -0.34704217785806263793, 0.092850494838134853771, 1.9674208873305988564e-35, -5.9347198839738709718, -6.3271991352302504726e-36, 12.238344038581625152 } },
        { "edge", 0.05, 0.0002, -0.0003, new double[] { 2.8601571310374731256, -0.78684443159577439752, 3.5470658048614961254, -3931.7436928215105407, -11.179559458832682751, -11795.590546646041041 } },
        { "edge", 0.05, 0.3125, 0.125, new double[] { 0.3267133315026889206, -0.83754240409921177654, -2.7372528164888195437, 3.2763774740454736, 12.474751274882940077, -11.075529532675916679 } },
        { "edge", 0.05, 0.484375, 0.5, new double[] { -0.33460620414086466437, 0.088436258286991259609, 1.897642178796683435e-35, -5.6524141912101734585, -5.9618448117304912996e-36, 11.82663241556141058 } },
    };

    [Theory]
    [MemberData(nameof(Reference))]
    public void Down_to_a_small_delta_all_derivatives_are_right_to_twelve_digits(string kind, double delta, double x1, double x2, double[] expected) =>
        RequireEqual(expected, All(Of(kind, delta), x1, x2), Of(kind, delta), x1, x2, 1e-12);

    [Theory]
    [InlineData("green", 0.3)]
    [InlineData("edge", 0.3)]
    [InlineData("green", 1.1)]
    [InlineData("edge", 1.1)]
    [InlineData("green", 1.9999)]
    [InlineData("edge", 2.0)]
    [InlineData("green", 4)]
    [InlineData("edge", 7)]
    public void The_split_equals_the_Fourier_series(string kind, double delta)
    {
        var potential = Of(kind, delta);
        foreach (var (x1, x2) in new[] { (0.0, 0.0), (0.01, -0.02), (0.5, 0.5), (0.3, 0.47), (-0.2, 0.11) })
        {
            RequireEqual(PotentialSums.Series(potential, x1, x2), All(potential, x1, x2), potential, x1, x2, 1e-11);
        }
    }

    [Fact]
    public void At_delta_zero_the_values_are_those_of_sums_over_walls()
    {
        var (green, edge) = (new TorusGreenPotential(0), new TorusEdgePotential(0));
        foreach (var (x1, x2) in new[] { (0.25, 0.125), (0.5, 0.5), (1e-3, 2e-3), (0.4, -0.01), (1e-12, 3e-12), (1e-6, 0.0) })
        {
            Assert.Equal(PotentialSums.GreenByWalls(x1, x2), green.Value([x1, x2]), 3e-14 * (1 + Math.Abs(Math.Log(x1))));
            Assert.Equal(PotentialSums.EdgeByWalls(x1, x2), edge.Value([x1, x2]), 3e-14 * (1 + Math.Abs(Math.Log(x1))));
        }
        Assert.Equal(-0.5 * Math.Log(2), edge.Value([0.5, 0.5]), 3e-14);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e-3)]
    [InlineData(0.7)]
    public void Two_edge_potentials_crosswise_are_twice_the_Green_function(double delta)
    {
        var (green, edge) = (new TorusGreenPotential(delta), new TorusEdgePotential(delta));
        foreach (var (x1, x2) in new[] { (0.25, 0.125), (1e-9, 2e-9), (0.5, 0.1), (0.003, 0.4) })
        {
            Assert.Equal(2 * green.Value([x1, x2]), edge.Value([x1, x2]) + edge.Value([x2, x1]), 2e-13);
        }
    }

    /// <summary>
    /// s^2 |D^2| of a core depends on h/s in [0, 1] and the angle alone. By its closed form in them its derivatives are at most 97 and 44,
    /// so that half a step of this grid changes it by less than 0.04.
    /// </summary>
    [Fact]
    public void The_Hessian_of_a_core_is_at_most_three_over_the_squared_distance()
    {
        const int Steps = 2000;
        double green = 0, edge = 0;
        for (var i = 0; i <= Steps; i++)
        {
            var h = (double)i / Steps;
            var radius = Math.Sqrt(1 - (h * h));
            for (var j = 0; j <= Steps; j++)
            {
                var (sin, cos) = Math.SinCos(0.5 * Math.PI * j / Steps);
                green = Math.Max(green, Norm(PlanarCore.GreenHessian(radius * cos, radius * sin, h)));
                edge = Math.Max(edge, Norm(PlanarCore.EdgeHessian(radius * cos, radius * sin, h)));
            }
        }
        Assert.InRange(green, 1 - 1e-12, 1 + 1e-12);
        Assert.InRange(edge, 3 - 1e-12, 3 + 1e-12);

        static double Norm((double First, double Mixed, double Second) m) =>
            (0.5 * Math.Abs(m.First + m.Second)) + double.Hypot(0.5 * (m.First - m.Second), m.Mixed);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_sampled_point_exceeds_the_bounds(TorusPotential potential)
    {
        if (potential.IsSingular) return;
        var d = potential.Dimension;
        var random = new Random(4);
        double[] gradient = new double[d], hessian = new double[d * d];
        for (var i = 0; i < 500; i++)
        {
            var scale = Math.Pow(10, -3 * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, d).Select(_ => scale * (random.NextDouble() - 0.5))];
            potential.Gradient(x, gradient);
            potential.Hessian(x, hessian);
            Assert.True(Math.Sqrt(gradient.Sum(g => g * g)) <= potential.GradientBound * (1 + 1e-12));
            var norm = d == 1
                ? Math.Abs(hessian[0])
                : (0.5 * Math.Abs(hessian[0] + hessian[3])) + double.Hypot(0.5 * (hessian[0] - hessian[3]), hessian[1]);
            Assert.True(norm <= potential.HessianBound * (1 + 1e-12));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_coercivity_bound_is_the_largest_weighted_coefficient(TorusPotential potential)
    {
        double largest = 0;
        for (var k1 = -6; k1 <= 6; k1++)
        {
            for (var k2 = potential.Dimension == 2 ? -6 : 0; k2 <= (potential.Dimension == 2 ? 6 : 0); k2++)
            {
                if (k1 == 0 && k2 == 0) continue;
                int[] k = potential.Dimension == 1 ? [k1] : [k1, k2];
                largest = Math.Max(largest, Math.Pow(1 + (k1 * k1) + (k2 * k2), 0.5 * potential.Dimension) * potential.Coefficient(k));
            }
        }
        Assert.Equal(1, potential.CoercivityBound / largest, 1e-14);
    }

    [Theory]
    [InlineData(0.02)]
    [InlineData(0.3)]
    [InlineData(1.5)]
    public void The_regularised_logarithm_on_the_circle_is_its_series(double delta)
    {
        var potential = new TorusLogRegularisedPotential(delta);
        foreach (var x in new[] { 0, 0.001, 0.2, 0.5 })
        {
            double sum = 0;
            for (var k = (int)(7 / delta); k > 0; k--) sum += 2 * potential.Coefficient([k]) * Math.Cos(2 * Math.PI * k * x);
            Assert.Equal(sum, potential.Value([x]), 1e-14);
        }
    }

    [Fact]
    public void Assumptions_that_fail_are_named()
    {
        Assert.Null(TorusAdmissibility.ReasonAgainst(new TorusGreenPotential(0.1), slip: false));
        Assert.Null(TorusAdmissibility.ReasonAgainst(new TorusEdgePotential(0), slip: true));
        Assert.StartsWith("(V4)", TorusAdmissibility.ReasonAgainst(new TorusLogPotential(), slip: false), StringComparison.Ordinal);
        Assert.StartsWith(
            "(V1)",
            TorusAdmissibility.ReasonAgainst(new FourierPotential(1, [FourierTerm.Cosine(-1, 1)]), slip: false),
            StringComparison.Ordinal);
    }

    public static TheoryData<TorusPotential> Kinds { get; } =
    [
        new TorusLogPotential(),
        new TorusLogRegularisedPotential(0.05),
        new TorusGreenPotential(0),
        new TorusGreenPotential(0.02),
        new TorusGreenPotential(2.5),
        new TorusEdgePotential(0),
        new TorusEdgePotential(0.02),
        new TorusEdgePotential(1.2),
        new FourierPotential(2, [FourierTerm.Cosine(1, 1, 2), FourierTerm.Cosine(0.3, -1, 0)]),
    ];

    internal static PlanarPotential Of(string kind, double delta) =>
        string.Equals(kind, "green", StringComparison.Ordinal) ? new TorusGreenPotential(delta) : new TorusEdgePotential(delta);

    private static double[] All(TorusPotential potential, double x1, double x2)
    {
        double[] gradient = new double[2], hessian = new double[4];
        potential.Gradient([x1, x2], gradient);
        potential.Hessian([x1, x2], hessian);
        return [potential.Value([x1, x2]), .. gradient, hessian[0], hessian[1], hessian[3]];
    }

    /// <summary>Relative to the natural scales at x: e^-delta, and that over the distance to the source and over its square.</summary>
    private static void RequireEqual(double[] expected, double[] actual, PlanarPotential potential, double x1, double x2, double share)
    {
        var size = Math.Exp(-potential.Delta);
        var distance = Math.Min(1, PlanarCore.Distance(x1, x2, potential.Height));
        for (var i = 0; i < 6; i++)
        {
            var scale = Math.Max(Math.Abs(expected[i]), size / Math.Pow(distance, i == 0 ? 0 : i < 3 ? 1 : 2));
            Assert.Equal(expected[i], actual[i], share * scale);
        }
    }
}
