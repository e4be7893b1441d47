using System.Collections.Immutable;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Potentials;

/// <summary>Potentials by name, so that a failing case names itself.</summary>
internal static class Samples
{
    public static readonly ImmutableSortedDictionary<string, Potential> ByName = new Dictionary<string, Potential>(StringComparer.Ordinal)
    {
        ["zero"] = new ZeroPotential(),
        ["log"] = new LogPotential(),
        ["wall"] = new WallPotential(),
        ["log-regularised 0.05"] = new RegularisedLogPotential(0.05),
        ["log-regularised 1e-160"] = new RegularisedLogPotential(1e-160),
        ["log-regularised 40"] = new RegularisedLogPotential(40),
        ["wall-regularised 0.001"] = new RegularisedWallPotential(0.001),
        ["wall-regularised 0.25"] = new RegularisedWallPotential(0.25),
        ["wall-regularised 9"] = new RegularisedWallPotential(9),
        ["gaussian 1.5 0.3"] = new GaussianPotential(1.5, 0.3),
        ["gaussian -0.2 4"] = new GaussianPotential(-0.2, 4),
        ["lorentzian -2 0.7"] = new LorentzianPotential(-2, 0.7),
        ["lorentzian 3 11"] = new LorentzianPotential(3, 11),
        ["sublog 1"] = new SubLogPotential(1),
        ["sublog 0.5"] = new SubLogPotential(0.5),
        ["sublog 0.1"] = new SubLogPotential(0.1),
        ["sublog 0.001"] = new SubLogPotential(0.001),
        ["sublog 0.999"] = new SubLogPotential(0.999),
        ["scaled -3 2.5 wall"] = new ScaledPotential(-3, 2.5, new WallPotential()),
        ["scaled 2 0.3 gaussian"] = new ScaledPotential(2, 0.3, new GaussianPotential(1, 1)),
        ["scaled -0.5 7 log-regularised"] = new ScaledPotential(-0.5, 7, new RegularisedLogPotential(0.1)),
        ["scaled 0 1 log"] = new ScaledPotential(0, 1, new LogPotential()),
        ["negated log-regularised"] = new NegatedPotential(new RegularisedLogPotential(0.2)),
        ["negated sublog 0.5"] = new NegatedPotential(new SubLogPotential(0.5)),
        ["sum log gaussian"] = new SumPotential([new LogPotential(), new GaussianPotential(1.5, 0.3)]),
        ["sum log negated log-regularised"] =
            new SumPotential([new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.05))]),
        ["sum nested"] = new SumPotential(
        [
            new ScaledPotential(2, 3, new SumPotential([new LogPotential(), new LorentzianPotential(1, 2)])),
            new NegatedPotential(new WallPotential()),
            new ZeroPotential(),
        ]),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    public static TheoryData<string> Names => new(ByName.Keys);

    /// <summary>Distances on the logarithmic scale, both signs of the exponent, with a step that hits no round number.</summary>
    public static IEnumerable<double> Distances(double from, double to, int count)
    {
        var step = (Math.Log(to) - Math.Log(from)) / (count - 1);
        for (var i = 0; i < count; i++) yield return from * Math.Exp(i * step);
    }
}
