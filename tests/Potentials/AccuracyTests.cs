using Orowan.Potentials;
using Xunit;
using static System.Math;

namespace Orowan.Tests.Potentials;

public sealed class AccuracyTests
{
    /// <summary>
    /// Each formula takes at most about ten operations with half a unit each, elementary functions one unit: 8 units of the condition size,
    /// and two of the smallest double where the result itself is subnormal.
    /// </summary>
    private const double Units = 8;

    public static TheoryData<string, double, double, double, double, double, double, double> Table => PotentialTable.Rows;

    public static TheoryData<string> Names => Samples.Names;

    [Theory]
    [MemberData(nameof(Table))]
    public void Values_and_derivatives_agree_with_high_precision(
        string name, double r, double value, double slope, double curvature, double valueSize, double slopeSize, double curvatureSize)
    {
        var potential = Samples.ByName[name];
        Near(value, potential.Value(r), valueSize);
        Near(value, potential.Value(-r), valueSize);
        Near(slope, potential.Slope(r), slopeSize);
        Near(-slope, potential.Slope(-r), slopeSize);
        Near(curvature, potential.Curvature(r), curvatureSize);
        Near(curvature, potential.Curvature(-r), curvatureSize);
        if (IsNormal(slope) && IsNormal(slope / r)) Near(slope / r, potential.SlopeOverDistance(r), slopeSize / r);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Slope_is_odd_and_zero_at_contact(string name)
    {
        var potential = Samples.ByName[name];
        Assert.Equal(0, potential.Slope(0));
        foreach (var r in Samples.Distances(1e-200, 1e200, 301)) Assert.Equal(-potential.Slope(r), potential.Slope(-r));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_at_contact_is_the_limit(string name)
    {
        var potential = Samples.ByName[name];
        Assert.Equal(potential.AtContact, potential.Value(0));
        Assert.Equal(potential.IsSingular, double.IsInfinity(potential.AtContact));
        if (!potential.IsSingular) Assert.Equal(potential.AtContact, potential.Value(1e-300), 1e-14 * (1 + Abs(potential.AtContact)));
        else Assert.Equal(Sign(potential.AtContact), Sign(potential.Value(1e-300)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_indefinite_at_any_distance(string name)
    {
        var potential = Samples.ByName[name];
        foreach (var r in Samples.Distances(1e-150, 1e300, 901).Append(double.PositiveInfinity))
        {
            var numbers = new[] { potential.Value(r), potential.Slope(r), potential.Curvature(r), potential.SlopeOverDistance(r) };
            if (!double.IsInfinity(r) || potential is not SumPotential) Assert.DoesNotContain(numbers, double.IsNaN);
        }
    }

    [Fact]
    public void Slope_over_distance_at_contact_is_the_limit()
    {
        Assert.Equal(double.NegativeInfinity, new LogPotential().SlopeOverDistance(0));
        Assert.Equal(double.NegativeInfinity, new WallPotential().SlopeOverDistance(0));
        Assert.Equal(double.NegativeInfinity, new SubLogPotential(0.5).SlopeOverDistance(0));
        Assert.Equal(double.PositiveInfinity, new NegatedPotential(new LogPotential()).SlopeOverDistance(0));
        Assert.Equal(-4, new RegularisedLogPotential(0.5).SlopeOverDistance(0));
        Assert.Equal(-4, new RegularisedLogPotential(0.5).Curvature(0));
        Assert.Equal(-0.75, new GaussianPotential(3, 2).SlopeOverDistance(0));
        Assert.Equal(-1.5, new LorentzianPotential(3, 2).Curvature(0));
    }

    [Fact]
    public void Singularities_that_cancel_leave_a_regular_sum()
    {
        var sum = new SumPotential([new WallPotential(), new NegatedPotential(new LogPotential())]);
        Assert.False(sum.IsSingular);
        Assert.Equal(1 - Log(2), sum.AtContact, 1e-15);
        var stretched = new SumPotential([new ScaledPotential(1, 3, new LogPotential()), new NegatedPotential(new LogPotential())]);
        Assert.Equal(Log(3), stretched.AtContact, 1e-15);
        var attractive = new SumPotential([new SubLogPotential(0.5), new NegatedPotential(new WallPotential())]);
        Assert.Equal(double.NegativeInfinity, attractive.AtContact);
        Assert.Equal(double.NegativeInfinity, attractive.Curvature(0));
    }

    private static bool IsNormal(double x) => double.IsNormal(x);

    private static void Near(double expected, double actual, double size)
    {
        if (double.IsInfinity(expected) || double.IsInfinity(size)) Assert.Equal(expected, actual);
        else Assert.InRange(Abs(actual - expected), 0, Units * Floating.Spacing * size + 2 * double.Epsilon);
    }
}
