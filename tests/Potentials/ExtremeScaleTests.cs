using Orowan.Potentials;
using Xunit;
using static System.Math;

namespace Orowan.Tests.Potentials;

/// <summary>
/// Places where a product overflows or underflows on the way although the result does not, and tails where a rounding of the argument is
/// hundreds of the value. The table is V, V', V'' in 60 digits, rounded to 20.
/// </summary>
public sealed class ExtremeScaleTests
{
    public static TheoryData<Potential, double, double, double, double> Rows => new()
    {
        { new GaussianPotential(1.5, 0.3), 11.3, 1.237118470657650845e-308, -1.5532709687146062736e-306, 1.9488434179742751983e-304 },
        { new GaussianPotential(-6.8, 51.0), 1700.0, -3.6124075744774550549e-241, 2.3610507022728464411e-241, -1.5417815402881051499e-241 },
        { new GaussianPotential(7.9e115, 0.00108), 0.0388, 4.2828213238807373587e-165, -1.4246696447751424058e-160, 4.7354555901951918899e-156 },
        { new GaussianPotential(2.9e-135, 0.0187), 0.5529, 4.2918554725625624116e-325, -6.7859157847803488496e-322, 1.0717037896229493033e-318 },
        { new GaussianPotential(1e300, 1e-150), 3.9e-149, 5.2365651675901689614e-31, -2.0422604153601659745e121, 7.9595790547370574415e272 },
        { new GaussianPotential(3e-200, 1e-98), 2.3e-97, 4.0385995384718848174e-315, -9.2887789384853359768e-216, 2.1323805563131555956e-116 },
        { new GaussianPotential(1e-20, 1e200), 1e195, 9.9999999994999994515e-21, -9.9999999994999998277e-226, 0 },
        { new LorentzianPotential(-1.39e-263, 2.4e-82), 1.88e-60, -2.265278406518787401e-307, 2.4098706452327527247e-247, -3.8455382636692865348e-187 },
        { new LorentzianPotential(-1.2, 4.8e-98), 400000000000.0, -1.7280000000000000051e-218, 8.6400000000000000257e-230, -6.4800000000000000193e-241 },
        { new LorentzianPotential(53.0, 3.4e-66), 4.3e25, 3.3135749053542455093e-181, -1.5411976303973234993e-206, 1.0752541607423187251e-231 },
        { new LorentzianPotential(1e300, 1e200), 1e300, 9.9999999999999988696e99, -1.9999999999999996689e-200, 0 },
        { new LorentzianPotential(1e-100, 1e-200), 1e-300, 1.00000000000000002e-100, -2.0000000000000001617, -2.0000000000000001116e300 },
        { new RegularisedWallPotential(65.2), 1.59, 2.9504344904305524127e-55, -1.4276429651442799068e-56, -8.2827891366006891149e-57 },
        { new RegularisedWallPotential(81.4), 299.0, 4.2923271603978119586e-267, -8.2698424086754416125e-267, 1.5931200290832227462e-266 },
        { new RegularisedWallPotential(0.24), 47.3, 7.8645988170790332582e-40, -1.5564468018227674818e-39, 3.079947680975271079e-39 },
        { new RegularisedWallPotential(1e-30), 300.5, 5.8696589448676960888e-259, -1.171981736167935332e-258, 2.3400633667246628926e-258 },
        { new RegularisedWallPotential(9.0), 1e-300, 2.89369619440657241e-7, -6.0919920834468821858e-308, -6.0919920834468820331e-8 },
        { new SubLogPotential(1e-300), 1e-300, 1.0, -0.0014476482730108394256, 1.4455525874884881235e297 },
        { new SubLogPotential(1e-300), 1e300, 1.0, 0, 0 },
        { new SubLogPotential(1.7e-11), 49000000.0, 0.99999999939795075107, -6.9387755060265953813e-19, 1.416076633931124665e-26 },
        { new SubLogPotential(0.9999999999996), 1.05, 0.64554678452621503629, -0.90595096540379364147, 1.7676841780083656781 },
        { new SubLogPotential(0.001), 1e300, 0.25118864315095800386, -5.023772863019159918e-304, 0 },
        { new RegularisedLogPotential(1e300), 1e-300, -690.77552789821370526, 0, 0 },
        { new RegularisedLogPotential(1e-300), 1e-300, 690.42895430793373253, -4.9999999999999998747e299, 0 },
        { new RegularisedLogPotential(1e300), 1e300, -691.12210148849367791, -4.9999999999999997375e-301, 0 },
    };

    public static TheoryData<string> Names => Samples.Names;

    /// <summary>Eight units of the result itself, not of its condition, and two of the smallest double.</summary>
    [Theory]
    [MemberData(nameof(Rows))]
    public void Results_are_right_to_a_few_units_wherever_they_are_representable(Potential potential, double r, double value, double slope, double curvature)
    {
        Near(value, potential.Value(r));
        Near(slope, potential.Slope(r));
        Near(slope, -potential.Slope(-r));
        Near(curvature, potential.Curvature(r));
        if (double.IsNormal(slope / r) && double.IsNormal(slope)) Near(slope / r, potential.SlopeOverDistance(r));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_distance_that_is_not_a_number_gives_none(string name)
    {
        var potential = Samples.ByName[name];
        if (potential is ZeroPotential or ScaledPotential { Factor: 0 }) return;
        Assert.Equal(double.NaN, potential.Value(double.NaN));
        Assert.Equal(double.NaN, potential.Slope(double.NaN));
        Assert.Equal(double.NaN, potential.Curvature(double.NaN));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_smallest_distance_is_no_exception(string name)
    {
        var potential = Samples.ByName[name];
        Assert.False(double.IsNaN(potential.Value(double.Epsilon)));
        Assert.Equal(potential.Value(double.Epsilon), potential.Value(-double.Epsilon));
        if (!potential.IsSingular) Assert.Equal(potential.AtContact, potential.Value(double.Epsilon), 1e-14 * (1 + Abs(potential.AtContact)));
    }

    private static void Near(double expected, double actual) =>
        Assert.InRange(Abs(actual - expected), 0, (8 * Floating.Spacing * Abs(expected)) + (2 * double.Epsilon));
}
