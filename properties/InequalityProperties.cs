using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of paper B on norms of functions and on Lemma 3.5 over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 100, MaxRejected = 400)]
public class InequalityProperties
{
    [Property]
    public Property B_A_young(StepFunctionPair subject) => Judged.Holds("B-A-young", subject);

    [Property]
    public Property B_eq_A_1(StepFunctionPair subject) => Judged.Holds("B-eq-A.1", subject);

    [Property]
    public Property B_A_order(StepFunctionPair subject) => Judged.Holds("B-A-order", subject);

    [Property]
    public Property B_A_1_i(StepFunctionPair subject) => Judged.Holds("B-A.1-i", subject);

    [Property]
    public Property B_A_1_ii(StepFunctionPair subject) => Judged.Holds("B-A.1-ii", subject);

    [Property]
    public Property B_A_1_iii(StepFunctionPair subject) => Judged.Holds("B-A.1-iii", subject);

    [Property]
    public Property B_A_1_iv(StepFunctionPair subject) => Judged.Holds("B-A.1-iv", subject);

    [Property]
    public Property B_A_1_iv_complementary(StepFunctionPair subject) => Judged.Holds("B-A.1-iv-complementary", subject);

    [Property]
    public Property B_A_1_iv_norms(StepFunctionPair subject) => Judged.Holds("B-A.1-iv-norms", subject);

    [Property]
    public Property B_A_1_v(StepFunctionPair subject) => Judged.Holds("B-A.1-v", subject);

    [Property]
    public Property B_A_1_vi_orlicz(StepFunctionPair subject) => Judged.Holds("B-A.1-vi-orlicz", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_2_5(TrigonometricPair subject) => Judged.Holds("B-2.5", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_2_6(TrigonometricPair subject) => Judged.Holds("B-2.6", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_3_1(TrigonometricPair subject) => Judged.Holds("B-3.1", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_A_seminorm(TrigonometricPair subject) => Judged.Holds("B-A-seminorm", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_A_1_vi(TrigonometricPair subject) => Judged.Holds("B-A.1-vi", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_A_1_vii(TrigonometricPair subject) => Judged.Holds("B-A.1-vii", subject);

    [Property(MaxTest = 24, MaxRejected = 100)]
    public Property B_A_2_interpolation(TrigonometricPair subject) => Judged.Holds("B-A.2-interpolation", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_eq_3_3(Pair<TorusCase> subject) => Judged.Holds("B-eq-3.3", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_3_5_lipschitz(Pair<TorusCase> subject) => Judged.Holds("B-3.5-lipschitz", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_eq_3_4(TorusCase subject) => Judged.Holds("B-eq-3.4", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_eq_3_5(TorusCase subject) => Judged.Holds("B-eq-3.5", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_3_5_display_limit(Pair<TorusCase> subject) => Judged.Holds("B-3.5-display-limit", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_eq_3_6(Pair<TorusCase> subject) => Judged.Holds("B-eq-3.6", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_eq_3_7(Pair<TorusCase> subject) => Judged.Holds("B-eq-3.7", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_eq_3_9(Pair<TorusCase> subject) => Judged.Holds("B-eq-3.9", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_3_5_display_fields(Pair<TorusCase> subject) => Judged.Holds("B-3.5-display-fields", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_3_5_display_chain(Pair<TorusCase> subject) => Judged.Holds("B-3.5-display-chain", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_3_5_display_gronwall(Pair<TorusCase> subject) => Judged.Holds("B-3.5-display-gronwall", subject);

    [Property(MaxTest = 12, MaxRejected = 12)]
    public Property B_3_5_gronwall(Pair<TorusCase> subject) => Judged.Holds("B-3.5-gronwall", subject);
}
