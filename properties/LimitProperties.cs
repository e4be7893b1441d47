using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>The convergence theorems of paper B and their negative side over numbers for ladders: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 6, MaxRejected = 6)]
public class LimitProperties
{
    [Property]
    public Property B_3_3(TorusNumbers subject) => Judged.Holds("B-3.3", subject);

    [Property]
    public Property B_3_3_outside(TorusNumbers subject) => Judged.Holds("B-3.3-outside", subject);

    [Property]
    public Property B_eq_3_2(TorusNumbers subject) => Judged.Holds("B-eq-3.2", subject);

    [Property]
    public Property B_eq_3_24(TorusNumbers subject) => Judged.Holds("B-eq-3.24", subject);

    [Property]
    public Property B_eq_3_27(TorusNumbers subject) => Judged.Holds("B-eq-3.27", subject);

    [Property]
    public Property B_3_9(TorusNumbers subject) => Judged.Holds("B-3.9", subject);

    [Property]
    public Property B_eq_3_29(TorusNumbers subject) => Judged.Holds("B-eq-3.29", subject);

    [Property]
    public Property B_3_4(TorusNumbers subject) => Judged.Holds("B-3.4", subject);

    [Property]
    public Property B_4_2_distance(TorusNumbers subject) => Judged.Holds("B-4.2-distance", subject);
}
