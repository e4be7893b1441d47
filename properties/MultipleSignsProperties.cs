using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of paper B on runs on the torus over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 12, MaxRejected = 12)]
public class MultipleSignsProperties
{
    [Property]
    public Property B_closed_one(TorusNumbers subject) => Judged.Holds("B-closed-one", subject);

    [Property]
    public Property B_closed_pair(TorusNumbers subject) => Judged.Holds("B-closed-pair", subject);

    [Property]
    public Property B_closed_regular(TorusNumbers subject) => Judged.Holds("B-closed-regular", subject);

    [Property]
    public Property B_closed_lattice(TorusNumbers subject) => Judged.Holds("B-closed-lattice", subject);

    [Property]
    public Property B_1_2_collision(TorusNumbers subject) => Judged.Holds("B-1.2-collision", subject);

    [Property]
    public Property B_1_5_breakup(TorusNumbers subject) => Judged.Holds("B-1.5-breakup", subject);

    [Property]
    public Property B_eq_2_19(TorusNumbers subject) => Judged.Holds("B-eq-2.19", subject);

    [Property]
    public Property B_eq_2_20(TorusNumbers subject) => Judged.Holds("B-eq-2.20", subject);

    [Property]
    public Property B_eq_2_21(TorusNumbers subject) => Judged.Holds("B-eq-2.21", subject);

    [Property]
    public Property B_1_2_footnote(TorusCase subject) => Judged.Holds("B-1.2-footnote", subject);

    [Property]
    public Property B_eq_1_7(TorusCase subject) => Judged.Holds("B-eq-1.7", subject);

    [Property]
    public Property B_2_2_energy(TorusCase subject) => Judged.Holds("B-2.2-energy", subject);

    [Property]
    public Property B_1_5_convex(TorusCase subject) => Judged.Holds("B-1.5-convex", subject);

    [Property]
    public Property B_2_2_floor(TorusCase subject) => Judged.Holds("B-2.2-floor", subject);

    [Property]
    public Property B_eq_1_5(TorusCase subject) => Judged.Holds("B-eq-1.5", subject);

    [Property]
    public Property B_eq_2_12(TorusCase subject) => Judged.Holds("B-eq-2.12", subject);

    [Property]
    public Property B_eq_2_11(TorusCase subject) => Judged.Holds("B-eq-2.11", subject);

    [Property]
    public Property B_eq_1_6(TorusCase subject) => Judged.Holds("B-eq-1.6", subject);

    [Property]
    public Property B_momentum(TorusCase subject) => Judged.Holds("B-momentum", subject);

    [Property]
    public Property B_eq_1_3(TorusCase subject) => Judged.Holds("B-eq-1.3", subject);

    [Property]
    public Property B_1_3_lipschitz(TorusCase subject) => Judged.Holds("B-1.3-lipschitz", subject);

    [Property]
    public Property B_eq_1_1(TorusCase subject) => Judged.Holds("B-eq-1.1", subject);
}
