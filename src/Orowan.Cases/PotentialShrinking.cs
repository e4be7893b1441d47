using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Simpler potentials: zero or the logarithm, a part of the whole, then rounder parameters.</summary>
internal static class PotentialShrinking
{
    /// <summary>Pairs with one simpler potential; they meet Assumption 2.1 of A when <paramref name="pair"/> does.</summary>
    public static IEnumerable<PotentialPair> Simpler(PotentialPair pair)
    {
        var complexity = Complexity.Of(pair);
        var admissible = IsAdmissible(pair);
        return Simpler(pair.W).Select(w => pair with { W = w })
            .Concat(Simpler(pair.V).Select(v => pair with { V = v }))
            .Where(candidate => Complexity.Of(candidate) < complexity && (!admissible || IsAdmissible(candidate)))
            .Distinct();
    }

    private static bool IsAdmissible(PotentialPair pair) => Admissibility.ReasonAgainst(pair.V, pair.W) is null;

    private static IEnumerable<Potential> Simpler(Potential potential) =>
        [new ZeroPotential(), new LogPotential(), .. Within(potential), .. Rounder(potential)];

    /// <summary>A part instead of the whole, then the whole with a simpler part.</summary>
    private static IEnumerable<Potential> Within(Potential potential) => potential switch
    {
        NegatedPotential p => Simpler(p.Of).Select(of => new NegatedPotential(of)).Prepend(p.Of),
        ScaledPotential p => Simpler(p.Of).Select(of => new ScaledPotential(p.Factor, p.Stretch, of)).Prepend(p.Of),
        SumPotential p => p.Terms.Concat(FewerTerms(p)).Concat(SimplerTerms(p)),
        _ => [],
    };

    private static IEnumerable<Potential> FewerTerms(SumPotential sum) =>
        sum.Terms.Length < 2 ? [] : sum.Terms.Select((_, k) => new SumPotential(sum.Terms.RemoveAt(k)));

    private static IEnumerable<Potential> SimplerTerms(SumPotential sum) =>
        sum.Terms.SelectMany((term, k) => Simpler(term).Select(simpler => new SumPotential(sum.Terms.SetItem(k, simpler))));

    private static IEnumerable<Potential> Rounder(Potential potential) => potential switch
    {
        RegularisedLogPotential p => Rounding.Rounder(p.Delta).Select(delta => new RegularisedLogPotential(delta)),
        RegularisedWallPotential p => Rounding.Rounder(p.Delta).Select(delta => new RegularisedWallPotential(delta)),
        SubLogPotential p => Rounding.Rounder(p.Power).Where(power => power <= 1).Select(power => new SubLogPotential(power)),
        GaussianPotential p => Rounder(p.Height, p.Width, (height, width) => new GaussianPotential(height, width)),
        LorentzianPotential p => Rounder(p.Height, p.Width, (height, width) => new LorentzianPotential(height, width)),
        ScaledPotential p => Rounder(p.Factor, p.Stretch, (factor, stretch) => new ScaledPotential(factor, stretch, p.Of)),
        _ => [],
    };

    private static IEnumerable<Potential> Rounder(double first, double second, Func<double, double, Potential> make) =>
        Rounding.Rounder(first).Select(rounder => make(rounder, second))
            .Concat(Rounding.Rounder(second).Select(rounder => make(first, rounder)));
}
