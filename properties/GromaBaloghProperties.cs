using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of section 3 of paper B on densities over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 12, MaxRejected = 24)]
public class GromaBaloghProperties
{
    [Property]
    public Property B_3_2_probability(GromaBaloghCase subject) => Judged.Holds("B-3.2-probability", subject);

    [Property]
    public Property B_3_2_flow(GromaBaloghCase subject) => Judged.Holds("B-3.2-flow", subject);

    [Property]
    public Property B_3_2(GromaBaloghCase subject) => Judged.Holds("B-3.2", subject);

    [Property]
    public Property B_3_8(GromaBaloghCase subject) => Judged.Holds("B-3.8", subject);

    [Property]
    public Property B_3_7(GromaBaloghCase subject) => Judged.Holds("B-3.7", subject);

    [Property]
    public Property B_3_7_balance(GromaBaloghCase subject) => Judged.Holds("B-3.7-balance", subject);

    [Property]
    public Property B_3_7_display_1(GromaBaloghCase subject) => Judged.Holds("B-3.7-display-1", subject);

    [Property]
    public Property B_3_7_display_2(GromaBaloghCase subject) => Judged.Holds("B-3.7-display-2", subject);

    [Property]
    public Property B_3_7_display_kappa(GromaBaloghCase subject) => Judged.Holds("B-3.7-display-kappa", subject);

    [Property]
    public Property B_eq_3_10(GromaBaloghCase subject) => Judged.Holds("B-eq-3.10", subject);

    [Property]
    public Property B_eq_3_11(GromaBaloghCase subject) => Judged.Holds("B-eq-3.11", subject);

    [Property]
    public Property B_eq_3_13(GromaBaloghCase subject) => Judged.Holds("B-eq-3.13", subject);

    [Property]
    public Property B_eq_3_14(GromaBaloghCase subject) => Judged.Holds("B-eq-3.14", subject);

    [Property]
    public Property B_eq_3_15(GromaBaloghCase subject) => Judged.Holds("B-eq-3.15", subject);

    [Property]
    public Property B_eq_3_18(GromaBaloghCase subject) => Judged.Holds("B-eq-3.18", subject);

    [Property]
    public Property B_eq_3_20(GromaBaloghCase subject) => Judged.Holds("B-eq-3.20", subject);

    [Property]
    public Property B_eq_3_21(GromaBaloghCase subject) => Judged.Holds("B-eq-3.21", subject);

    [Property]
    public Property B_eq_3_22(GromaBaloghCase subject) => Judged.Holds("B-eq-3.22", subject);

    [Property]
    public Property B_3_6_display_power(GromaBaloghCase subject) => Judged.Holds("B-3.6-display-power", subject);

    [Property]
    public Property B_3_6_display_uniform(GromaBaloghCase subject) => Judged.Holds("B-3.6-display-uniform", subject);

    [Property]
    public Property B_eq_3_23(GromaBaloghCase subject) => Judged.Holds("B-eq-3.23", subject);

    [Property]
    public Property B_eq_3_25(GromaBaloghCase subject) => Judged.Holds("B-eq-3.25", subject);

    [Property]
    public Property B_eq_3_30(GromaBaloghCase subject) => Judged.Holds("B-eq-3.30", subject);

    [Property]
    public Property B_3_6(Ladder<GromaBaloghCase> subject) => Judged.Holds("B-3.6", subject);

    [Property]
    public Property B_eq_3_16(Ladder<GromaBaloghCase> subject) => Judged.Holds("B-eq-3.16", subject);
}
