using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Theorem 5.1 of paper A, its rates and the displays of its proof, over their families: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 12, MaxRejected = 12)]
public class ConvergenceProperties
{
    [Property]
    public Property A_5_1(DensityCase subject) => Judged.Holds("A-5.1", subject);

    [Property]
    public Property A_5_1_rate(ClosedFormCase subject) => Judged.Holds("A-5.1-rate", subject);

    [Property]
    public Property A_5_1_oracle(ClosedFormCase subject) => Judged.Holds("A-5.1-oracle", subject);

    [Property]
    public Property A_eq_5_2(LineCase subject) => Judged.Holds("A-eq-5.2", subject);

    [Property]
    public Property A_5_1_display_2(LineCase subject) => Judged.Holds("A-5.1-display-2", subject);

    [Property]
    public Property A_5_1_display_4(DensityCase subject) => Judged.Holds("A-5.1-display-4", subject);

    [Property]
    public Property A_5_1_display_7(DensityCase subject) => Judged.Holds("A-5.1-display-7", subject);

    [Property]
    public Property A_5_1_display_9(DensityCase subject) => Judged.Holds("A-5.1-display-9", subject);

    [Property]
    public Property A_5_1_display_11(DensityCase subject) => Judged.Holds("A-5.1-display-11", subject);

    [Property(MaxRejected = 36)]
    public Property A_5_1_display_12(DensityCase subject) => Judged.Holds("A-5.1-display-12", subject);

    [Property(MaxRejected = 36)]
    public Property A_5_1_step_3(DensityCase subject) => Judged.Holds("A-5.1-step-3", subject);
}
