using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>The claims of section 4 of paper A beside those of <see cref="AnnihilationProperties"/>, and (3.4), over their family.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 12, MaxRejected = 12)]
public class DiscreteProperties
{
    [Property]
    public Property A_eq_3_4(LineCase subject) => Judged.Holds("A-eq-3.4", subject);

    [Property]
    public Property A_eq_4_1(LineCase subject) => Judged.Holds("A-eq-4.1", subject);

    [Property]
    public Property A_eq_4_2(LineCase subject) => Judged.Holds("A-eq-4.2", subject);

    [Property]
    public Property A_eq_4_3(LineCase subject) => Judged.Holds("A-eq-4.3", subject);

    [Property]
    public Property A_4_3_tau(LineCase subject) => Judged.Holds("A-4.3-tau", subject);

    [Property]
    public Property A_4_3_constant(LineCase subject) => Judged.Holds("A-4.3-constant", subject);

    [Property]
    public Property A_4_3_like(LineCase subject) => Judged.Holds("A-4.3-like", subject);

    [Property]
    public Property A_4_3_pairs(LineCase subject) => Judged.Holds("A-4.3-pairs", subject);

    [Property]
    public Property A_4_3_stationary(LineCase subject) => Judged.Holds("A-4.3-stationary", subject);

    [Property]
    public Property A_eq_4_4(LineCase subject) => Judged.Holds("A-eq-4.4", subject);

    [Property]
    public Property A_eq_4_6(LineCase subject) => Judged.Holds("A-eq-4.6", subject);

    [Property]
    public Property A_4_4_i(LineCase subject) => Judged.Holds("A-4.4-i", subject);

    [Property]
    public Property A_4_4_ii(LineCase subject) => Judged.Holds("A-4.4-ii", subject);

    [Property]
    public Property A_4_4_ii_display_1(LineCase subject) => Judged.Holds("A-4.4-ii-display-1", subject);

    [Property]
    public Property A_4_4_iii(LineCase subject) => Judged.Holds("A-4.4-iii", subject);

    [Property]
    public Property A_4_4_iv(LineCase subject) => Judged.Holds("A-4.4-iv", subject);

    [Property]
    public Property A_4_4_iv_display_1(LineCase subject) => Judged.Holds("A-4.4-iv-display-1", subject);

    [Property]
    public Property A_4_4_iv_display_2(LineCase subject) => Judged.Holds("A-4.4-iv-display-2", subject);

    [Property]
    public Property A_4_4_iv_display_3(LineCase subject) => Judged.Holds("A-4.4-iv-display-3", subject);

    [Property]
    public Property A_4_4_iv_display_4(LineCase subject) => Judged.Holds("A-4.4-iv-display-4", subject);

    [Property]
    public Property A_4_4_iv_display_5(LineCase subject) => Judged.Holds("A-4.4-iv-display-5", subject);

    [Property]
    public Property A_4_5_unique(LineCase subject) => Judged.Holds("A-4.5-unique", subject);

    [Property]
    public Property A_eq_4_9(LineCase subject) => Judged.Holds("A-eq-4.9", subject);

    [Property]
    public Property A_eq_4_10(LineCase subject) => Judged.Holds("A-eq-4.10", subject);

    [Property]
    public Property A_4_5_display_1(LineCase subject) => Judged.Holds("A-4.5-display-1", subject);

    [Property]
    public Property A_eq_4_11(LineCase subject) => Judged.Holds("A-eq-4.11", subject);

    [Property]
    public Property A_4_5_display_2(LineCase subject) => Judged.Holds("A-4.5-display-2", subject);

    [Property]
    public Property A_eq_4_12(LineCase subject) => Judged.Holds("A-eq-4.12", subject);

    [Property]
    public Property A_4_5_display_3(LineCase subject) => Judged.Holds("A-4.5-display-3", subject);

    [Property]
    public Property A_4_5_iii(LineCase subject) => Judged.Holds("A-4.5-iii", subject);

    [Property]
    public Property A_eq_4_7(LineCase subject) => Judged.Holds("A-eq-4.7", subject);

    [Property]
    public Property A_4_5_display_4(LineCase subject) => Judged.Holds("A-4.5-display-4", subject);

    [Property]
    public Property A_eq_4_8(LineCase subject) => Judged.Holds("A-eq-4.8", subject);

    [Property]
    public Property A_eq_4_13(LineCase subject) => Judged.Holds("A-eq-4.13", subject);

    [Property]
    public Property A_eq_4_13_third_sum(LineCase subject) => Judged.Holds("A-eq-4.13-third-sum", subject);

    [Property]
    public Property A_4_5_iv_display_1(LineCase subject) => Judged.Holds("A-4.5-iv-display-1", subject);

    [Property]
    public Property A_4_5_v_display_1(LineCase subject) => Judged.Holds("A-4.5-v-display-1", subject);

    [Property]
    public Property A_eq_4_14(LineCase subject) => Judged.Holds("A-eq-4.14", subject);

    [Property]
    public Property A_eq_4_15(LineCase subject) => Judged.Holds("A-eq-4.15", subject);

    [Property]
    public Property A_eq_4_16(LineCase subject) => Judged.Holds("A-eq-4.16", subject);

    [Property]
    public Property A_4_6_ii(LineCase subject) => Judged.Holds("A-4.6-ii", subject);

    [Property]
    public Property A_eq_4_17(LineCase subject) => Judged.Holds("A-eq-4.17", subject);

    [Property]
    public Property A_eq_4_18(LineCase subject) => Judged.Holds("A-eq-4.18", subject);

    [Property]
    public Property A_eq_4_19(LineCase subject) => Judged.Holds("A-eq-4.19", subject);

    [Property]
    public Property A_4_6_iii_display_1(LineCase subject) => Judged.Holds("A-4.6-iii-display-1", subject);

    [Property]
    public Property A_4_6_iii_display_2(LineCase subject) => Judged.Holds("A-4.6-iii-display-2", subject);

    [Property]
    public Property A_4_6_iii_display_3(LineCase subject) => Judged.Holds("A-4.6-iii-display-3", subject);

    [Property]
    public Property A_4_6_iii_display_4(LineCase subject) => Judged.Holds("A-4.6-iii-display-4", subject);

    [Property]
    public Property A_4_6_iii_display_5(LineCase subject) => Judged.Holds("A-4.6-iii-display-5", subject);

    [Property]
    public Property A_4_6_iii(LineCase subject) => Judged.Holds("A-4.6-iii", subject);
}
