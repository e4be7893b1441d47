using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of paper B on short dipoles over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 6, MaxRejected = 6)]
public class MultipleSignsDipoleProperties
{
    [Property]
    public Property B_eq_4_1(ShortDipoles subject) => Judged.Holds("B-eq-4.1", subject);

    [Property]
    public Property B_4_2_energy(ShortDipoles subject) => Judged.Holds("B-4.2-energy", subject);

    [Property]
    public Property B_eq_4_2(ShortDipoles subject) => Judged.Holds("B-eq-4.2", subject);

    [Property]
    public Property B_eq_4_3(ShortDipoles subject) => Judged.Holds("B-eq-4.3", subject);

    [Property]
    public Property B_eq_4_4(ShortDipoles subject) => Judged.Holds("B-eq-4.4", subject);

    [Property]
    public Property B_eq_4_5(ShortDipoles subject) => Judged.Holds("B-eq-4.5", subject);

    [Property]
    public Property B_eq_4_6(ShortDipoles subject) => Judged.Holds("B-eq-4.6", subject);

    [Property]
    public Property B_eq_4_10(ShortDipoles subject) => Judged.Holds("B-eq-4.10", subject);

    [Property]
    public Property B_4_1(ShortDipoles subject) => Judged.Holds("B-4.1", subject);

    [Property]
    public Property B_4_1_drift(ShortDipoles subject) => Judged.Holds("B-4.1-drift", subject);

    [Property]
    public Property B_4_1_threshold(ShortDipoles subject) => Judged.Holds("B-4.1-threshold", subject);

    [Property]
    public Property B_4_2(ShortDipoles subject) => Judged.Holds("B-4.2", subject);

    [Property]
    public Property B_4_2_set(ShortDipoles subject) => Judged.Holds("B-4.2-set", subject);

    [Property]
    public Property B_eq_4_16(ShortDipoles subject) => Judged.Holds("B-eq-4.16", subject);

    [Property]
    public Property B_eq_4_15(ShortDipoles subject) => Judged.Holds("B-eq-4.15", subject);

    [Property]
    public Property B_4_3(ShortDipoles subject) => Judged.Holds("B-4.3", subject);

    [Property]
    public Property B_4_4(ShortDipoles subject) => Judged.Holds("B-4.4", subject);

    [Property]
    public Property B_4_5(ShortDipoles subject) => Judged.Holds("B-4.5", subject);

    [Property]
    public Property B_4_5_count(ShortDipoles subject) => Judged.Holds("B-4.5-count", subject);

    [Property]
    public Property B_4_6(ShortDipoles subject) => Judged.Holds("B-4.6", subject);

    [Property]
    public Property B_4_6_polarised(ShortDipoles subject) => Judged.Holds("B-4.6-polarised", subject);

    [Property]
    public Property B_4_7(ShortDipoles subject) => Judged.Holds("B-4.7", subject);

    [Property]
    public Property B_eq_4_7(ShortDipoles subject) => Judged.Holds("B-eq-4.7", subject);

    [Property]
    public Property B_eq_4_8(ShortDipoles subject) => Judged.Holds("B-eq-4.8", subject);

    [Property]
    public Property B_eq_4_9(ShortDipoles subject) => Judged.Holds("B-eq-4.9", subject);

    [Property]
    public Property B_4_1_rest(ShortDipoles subject) => Judged.Holds("B-4.1-rest", subject);

    [Property]
    public Property B_4_1_apriori(ShortDipoles subject) => Judged.Holds("B-4.1-apriori", subject);

    [Property]
    public Property B_eq_4_11(ShortDipoles subject) => Judged.Holds("B-eq-4.11", subject);

    [Property]
    public Property B_eq_4_12(ShortDipoles subject) => Judged.Holds("B-eq-4.12", subject);

    [Property]
    public Property B_eq_4_13(ShortDipoles subject) => Judged.Holds("B-eq-4.13", subject);

    [Property]
    public Property B_4_1_contradiction(ShortDipoles subject) => Judged.Holds("B-4.1-contradiction", subject);

    [Property]
    public Property B_4_1_iteration(ShortDipoles subject) => Judged.Holds("B-4.1-iteration", subject);

    [Property]
    public Property B_eq_4_14(ShortDipoles subject) => Judged.Holds("B-eq-4.14", subject);

    [Property]
    public Property B_4_1_narrow(ShortDipoles subject) => Judged.Holds("B-4.1-narrow", subject);
}
