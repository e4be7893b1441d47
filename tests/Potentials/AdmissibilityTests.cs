using Orowan.Potentials;
using Xunit;
using static System.Math;

namespace Orowan.Tests.Potentials;

public sealed class AdmissibilityTests
{
    public static TheoryData<string, string> Pairs
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var v in Singular.Keys)
            {
                foreach (var w in Regular.Keys) pairs.Add(v, w);
            }

            return pairs;
        }
    }

    private static readonly SortedDictionary<string, Potential> Singular = new(StringComparer.Ordinal)
    {
        ["log"] = new LogPotential(),
        ["wall"] = new WallPotential(),
        ["weak wall"] = new ScaledPotential(0.01, 3, new WallPotential()),
        ["strong log"] = new ScaledPotential(3, 0.2, new LogPotential()),
        ["sublog"] = new SubLogPotential(0.5),
        ["sublog 1"] = new SubLogPotential(1),
        ["log and well"] = new SumPotential([new LogPotential(), new GaussianPotential(-40, 0.3)]),
    };

    private static readonly SortedDictionary<string, Potential> Regular = new(StringComparer.Ordinal)
    {
        ["zero"] = new ZeroPotential(),
        ["negated log-regularised"] = new NegatedPotential(new RegularisedLogPotential(0.05)),
        ["negated log-regularised, wide"] = new NegatedPotential(new RegularisedLogPotential(3)),
        ["twice negated log-regularised"] = new ScaledPotential(-2, 1, new RegularisedLogPotential(0.6)),
        ["log-regularised"] = new RegularisedLogPotential(0.5),
        ["negated wall-regularised"] = new NegatedPotential(new RegularisedWallPotential(0.1)),
        ["wall-regularised"] = new RegularisedWallPotential(0.4),
        ["well"] = new GaussianPotential(-1.5, 0.4),
        ["bump"] = new GaussianPotential(1.5, 0.4),
        ["wide well"] = new LorentzianPotential(-3, 2),
        ["bump and well"] = new SumPotential([new GaussianPotential(2, 0.2), new LorentzianPotential(-1.2, 1)]),
    };

    [Fact]
    public void The_pairs_of_the_paper_meet_the_assumption()
    {
        foreach (var v in Singular.Values)
        {
            foreach (var w in Regular.Values) Assert.Null(Admissibility.ReasonAgainst(v, w));
        }
    }

    [Fact]
    public void Each_clause_that_fails_is_named()
    {
        var log = new LogPotential();
        var attractive = new NegatedPotential(log);
        StartsWith("(2.1a)", Admissibility.ReasonAgainst(log, log));
        StartsWith("(2.1a)", Admissibility.ReasonAgainst(log, attractive));
        StartsWith("(2.1a)", Admissibility.ReasonAgainst(log, new SumPotential([log, attractive])));
        StartsWith("(2.1c)", Admissibility.ReasonAgainst(new RegularisedLogPotential(0.1), new ZeroPotential()));
        StartsWith("(2.1c)", Admissibility.ReasonAgainst(attractive, new ZeroPotential()));
        StartsWith("(2.1c)", Admissibility.ReasonAgainst(new ScaledPotential(0, 1, log), new ZeroPotential()));
        StartsWith("(2.1d)", Admissibility.ReasonAgainst(new ScaledPotential(1e308, 1, new SubLogPotential(1)), new ZeroPotential()));
        StartsWith("(2.1d)", Admissibility.ReasonAgainst(log, new SumPotential([Huge, Huge, Huge])));
        Assert.Null(Admissibility.ReasonAgainst(new SumPotential([log, new ScaledPotential(-0.9, 2, log)]), new ZeroPotential()));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Growth_is_at_most_logarithmic(string v, string w)
    {
        var (first, second) = (Singular[v], Regular[w]);
        var constant = Admissibility.GrowthConstant(first, second);
        foreach (var r in Samples.Distances(1e-250, 1e250, 5001))
            Assert.InRange(Abs(first.Value(r)) + Abs(second.Value(r)), 0, constant * (Abs(Log(r)) + 1) * (1 + 1e-14));
    }

    /// <summary>
    /// K is a bound for every sample and, where it is not negligible, within 1 % of the largest sample. A weak repulsion against a deep
    /// well gives way only at tiny distances, so the samples go down to where r^2 still has all its digits.
    /// </summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Quadratic_lower_bound_holds_and_is_sharp(string v, string w)
    {
        var (first, second) = (Singular[v], Regular[w]);
        var bound = Admissibility.QuadraticLowerBound(first, second);
        var best = 0.0;
        foreach (var r in Samples.Distances(1e-150, 1e6, 60_001))
        {
            var (a, b) = (first.Value(r), second.Value(r));
            var needed = -(a + b) / r / r;
            Assert.InRange(needed, double.NegativeInfinity, bound + 1e-15 * (Abs(a) + Abs(b)) / r / r);
            best = Max(best, needed - 1e-15 * (Abs(a) + Abs(b)) / r / r);
        }

        Assert.InRange(bound, 0, Max(1e-12, 1.01 * best));
    }

    [Fact]
    public void Quadratic_lower_bounds_in_closed_form()
    {
        var log = new LogPotential();
        var zero = new ZeroPotential();
        Assert.Equal(1 / (2 * E), Admissibility.QuadraticLowerBound(log, zero), 1e-16);
        Assert.Equal(0, Admissibility.QuadraticLowerBound(log, new NegatedPotential(new RegularisedLogPotential(0.05))));
        Assert.Equal(0, Admissibility.QuadraticLowerBound(log, new ScaledPotential(-1, 1, new RegularisedLogPotential(3))));
        Assert.Equal(0, Admissibility.QuadraticLowerBound(new WallPotential(), new NegatedPotential(new RegularisedWallPotential(0.2))));
        Assert.Equal(0, Admissibility.QuadraticLowerBound(new WallPotential(), zero));

        // -3 log(r/5) = -3 log r + 3 log 5: K = (3/2) exp(-1 - 2 log 5).
        Assert.Equal(1.5 / (25 * E), Admissibility.QuadraticLowerBound(new ScaledPotential(3, 5, log), zero), 1e-16);
    }

    [Fact]
    public void Without_repulsion_at_contact_there_is_no_quadratic_lower_bound()
    {
        var attractive = new NegatedPotential(new LogPotential());
        Assert.Equal(double.PositiveInfinity, Admissibility.QuadraticLowerBound(new ZeroPotential(), new GaussianPotential(-1, 1)));
        Assert.Equal(double.PositiveInfinity, Admissibility.QuadraticLowerBound(attractive, new ZeroPotential()));
        Assert.Equal(0, Admissibility.QuadraticLowerBound(new ZeroPotential(), new ZeroPotential()));
    }

    /// <summary>-log r + log(r^2 + 1/4) = log(r + 1/(4r)) is 0 at r = 1/2 and positive elsewhere: K = 0, out of reach of cells.</summary>
    [Fact]
    public void A_sum_that_touches_zero_or_nearly_does_gets_a_small_bound()
    {
        var touching = new ScaledPotential(-2, 1, new RegularisedLogPotential(0.5));
        Assert.InRange(Admissibility.QuadraticLowerBound(new LogPotential(), touching), 0, 1e-5);

        // log(1 + 1/r^2) - 1/(1 + r^2) is positive, and 1/(2 r^4) far out although both parts are 1/r^2.
        Assert.InRange(Admissibility.QuadraticLowerBound(new SubLogPotential(1), new LorentzianPotential(-1, 1)), 0, 1e-9);
    }

    private static Potential Huge => new ScaledPotential(1e308, 1e200, new RegularisedLogPotential(1));

    private static void StartsWith(string clause, string? reason) => Assert.StartsWith(clause, reason, StringComparison.Ordinal);
}
