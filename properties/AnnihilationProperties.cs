using FsCheck;
using FsCheck.Xunit;
using Orowan.Claims;
using Orowan.Formats;
using Xunit;

namespace Orowan.Properties;

/// <summary>Every claim of paper A over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 20, MaxRejected = 20)]
public class AnnihilationProperties
{
    [Property]
    public Property A_eq_1_2(LineCase subject) => Judged.Holds("A-eq-1.2", subject);

    [Property]
    public Property A_sum(LineCase subject) => Judged.Holds("A-sum", subject);

    [Property(MaxTest = 200, MaxRejected = 200)]
    public Property A_2_1(PotentialPair subject) => Judged.Holds("A-2.1", subject);

    [Property(MaxTest = 200, MaxRejected = 200)]
    public Property A_eq_2_2(PotentialPair subject) => Judged.Holds("A-eq-2.2", subject);

    [Property(MaxTest = 200, MaxRejected = 200)]
    public Property A_eq_2_3(PotentialPair subject) => Judged.Holds("A-eq-2.3", subject);

    [Property]
    public Property A_4_2_a(LineCase subject) => Judged.Holds("A-4.2-a", subject);

    [Property]
    public Property A_4_2_b(LineCase subject) => Judged.Holds("A-4.2-b", subject);

    [Property]
    public Property A_4_2_c(LineCase subject) => Judged.Holds("A-4.2-c", subject);

    [Property]
    public Property A_4_2_d(LineCase subject) => Judged.Holds("A-4.2-d", subject);

    [Property]
    public Property A_4_2_e(LineCase subject) => Judged.Holds("A-4.2-e", subject);

    [Property]
    public Property A_eq_4_5(LineCase subject) => Judged.Holds("A-eq-4.5", subject);

    [Property]
    public Property A_4_5_i(LineCase subject) => Judged.Holds("A-4.5-i", subject);

    [Property]
    public Property A_4_5_ii(LineCase subject) => Judged.Holds("A-4.5-ii", subject);

    [Property]
    public Property A_4_5_iv(LineCase subject) => Judged.Holds("A-4.5-iv", subject);

    [Property]
    public Property A_4_5_v(LineCase subject) => Judged.Holds("A-4.5-v", subject);

    [Property]
    public Property A_4_6_i(LineCase subject) => Judged.Holds("A-4.6-i", subject);

    [Fact]
    public void Every_claim_of_the_ledger_has_its_property()
    {
        var properties = GetType().Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(PropertyAttribute), inherit: true))
            .Select(method => method.Name)
            .ToHashSet(StringComparer.Ordinal);
        var missing = Ledger.Entries
            .Where(entry => entry.Claim is not null)
            .Select(entry => entry.Id.Replace('-', '_').Replace('.', '_'))
            .Where(name => !properties.Contains(name));
        Assert.Empty(missing);
    }
}
