using System.Collections.Immutable;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Tests.Particles;

/// <summary>Random states with gaps over five decades, ghosts among them, and pairs of potentials by name.</summary>
internal static class RandomStates
{
    public static readonly ImmutableSortedDictionary<string, (Potential V, Potential W)> Pairs =
        new Dictionary<string, (Potential, Potential)>(StringComparer.Ordinal)
        {
            ["log, zero"] = (new LogPotential(), new ZeroPotential()),
            ["log, attraction"] = (new LogPotential(), new NegatedPotential(new RegularisedLogPotential(0.1))),
            ["wall, regularised wall"] = (new WallPotential(), new ScaledPotential(-1, 1, new RegularisedWallPotential(0.3))),
            ["sublog, lorentzian"] = (new SubLogPotential(0.5), new LorentzianPotential(-2, 0.7)),
            ["sum, gaussian"] = (
                new SumPotential([new LogPotential(), new GaussianPotential(1.5, 0.3)]),
                new GaussianPotential(-0.5, 0.8)),
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Positions are multiples of 2^-20, so that differences of them are exact.</summary>
    public static LineState Draw(Random random, int n)
    {
        const double Unit = 1.0 / (1 << 20);
        var x = new double[n];
        for (var i = 0; i < n; i++)
        {
            var gap = Math.Max(1, Math.Round(Math.Pow(10, (5 * random.NextDouble()) - 5) / Unit)) * Unit;
            x[i] = i == 0 ? -0.5 : x[i - 1] + gap;
        }
        return new LineState(x, [.. x.Select(_ => random.Next(5) switch { 0 => 0, 1 or 2 => 1, _ => -1 })]);
    }
}
