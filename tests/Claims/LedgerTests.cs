using Orowan.Claims;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The lines of the ledger, and the statements that fail as printed.</summary>
public sealed class LedgerTests
{
    public static TheoryData<string> Corrected => [.. Ledger.Entries.Where(entry => entry.Expected == Status.Corrected).Select(entry => entry.Id)];

    [Fact]
    public void Ids_are_different_and_found()
    {
        Assert.Equal(Ledger.Entries.Length, Ledger.Entries.Select(entry => entry.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(Ledger.Entries, entry => Assert.Same(entry, Ledger.Find(entry.Id)));
        Assert.Null(Ledger.Find("A-0.0"));
    }

    [Fact]
    public void Each_line_has_what_its_status_needs() => Assert.All(Ledger.Entries, entry =>
    {
        var fails = entry.Expected is Status.Corrected or Status.Refuted;
        Assert.Equal(fails, entry.Printed is not null);
        Assert.Equal(fails, entry.Counterexample is not null);
        Assert.Equal(entry.Expected is Status.Holds or Status.Corrected, entry.Claim is not null);
        Assert.Equal(entry.Expected != Status.Holds, !string.IsNullOrWhiteSpace(entry.Reason));
        if (entry.Claim is not null && entry.Printed is not null) Assert.Equal(entry.Claim.Id, entry.Printed.Id);
    });

    [Fact]
    public void Each_claim_says_what_it_states_and_why() => Assert.All(Ledger.Entries.Select(entry => entry.Claim).OfType<IClaim>(), claim =>
    {
        Assert.False(string.IsNullOrWhiteSpace(claim.Label));
        Assert.False(string.IsNullOrWhiteSpace(claim.Statement));
        Assert.False(string.IsNullOrWhiteSpace(claim.Derivation));
    });

    [Theory]
    [MemberData(nameof(Corrected))]
    public void The_printed_form_fails_on_its_counterexample_and_the_corrected_one_holds(string id)
    {
        var entry = Shared.Entry(id);
        var printed = entry.Printed!.Judge(entry.Counterexample!, Shared.Solver);
        Assert.True(printed.Verdict is Verdict.Violated, $"printed: {Shared.Describe(printed)}");
        var corrected = entry.Claim!.Judge(entry.Counterexample!, Shared.Solver);
        Assert.True(corrected.Verdict is Verdict.Holds, $"corrected: {Shared.Describe(corrected)}");
    }

    /// <summary>(4.5): one pair of three particles annihilates, so that the sum is 2 and n/2 is 3/2.</summary>
    [Fact]
    public void The_number_of_annihilations_exceeds_half_the_particles()
    {
        var entry = Shared.Entry("A-eq-4.5");
        var worst = entry.Printed!.Judge(entry.Counterexample!, Shared.Solver).Worst!.Value;
        Assert.Equal((2, 1.5), (worst.Value, worst.Bound));
        Assert.Equal(3, ((LineCase)entry.Counterexample!).Count);
    }

    /// <summary>An isolated pair never meets, so two particles do not annihilate, and (4.5) holds as printed: three are the fewest.</summary>
    [Theory]
    [InlineData("+-", 0.1, 0.05)]
    [InlineData("-+", 1e-6, 0.05)]
    [InlineData("+-", 1, 0)]
    [InlineData("++", 0.5, 0.3)]
    [InlineData("+0", 0.5, 0.3)]
    [InlineData("+", 0, 0.3)]
    public void No_two_particles_are_a_counterexample(string signs, double gap, double delta)
    {
        Potential w = delta == 0 ? new ZeroPotential() : new NegatedPotential(new RegularisedLogPotential(delta));
        int[] b = [.. signs.Select(s => s switch { '+' => 1, '-' => -1, _ => 0 })];
        var subject = new LineCase(new LogPotential(), w, [.. signs.Select((_, i) => i * gap)], [.. b], 5, [0, 2.5, 5], LineCase.DefaultTolerance);
        var finding = Shared.Entry("A-eq-4.5").Printed!.Judge(subject, Shared.Solver);
        Assert.True(finding.Verdict is Verdict.Holds, Shared.Describe(finding));
        Assert.Equal(0, finding.Worst!.Value.Value);
    }

    [Fact]
    public void A_subject_of_another_type_is_refused() =>
        Assert.Throws<ArgumentException>(() => Shared.Claim("A-sum").Judge(new PotentialPair(new LogPotential(), new ZeroPotential()), Shared.Solver));

    [Fact]
    public void A_case_outside_the_assumptions_has_no_verdict()
    {
        var subject = Shared.Example with { W = new NegatedPotential(new LogPotential()) };
        Assert.All(Shared.LineClaims, claim =>
        {
            var finding = claim.Judge(subject, Shared.Solver);
            Assert.Null(finding.Verdict);
            Assert.StartsWith("(2.1a)", finding.Inadmissible, StringComparison.Ordinal);
        });
    }
}
