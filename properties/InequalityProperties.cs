using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of appendix A of paper B over its family: one property each, named after the claim.</summary>
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
    public Property B_A_1_v(StepFunctionPair subject) => Judged.Holds("B-A.1-v", subject);

    [Property]
    public Property B_A_1_vi_orlicz(StepFunctionPair subject) => Judged.Holds("B-A.1-vi-orlicz", subject);
}
