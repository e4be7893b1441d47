using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of paper B on potentials over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 12, MaxRejected = 12)]
public class MultipleSignsPotentialProperties
{
    [Property]
    public Property B_eq_2_16(TorusNumbers subject) => Judged.Holds("B-eq-2.16", subject);

    [Property]
    public Property B_eq_2_17(TorusNumbers subject) => Judged.Holds("B-eq-2.17", subject);

    [Property]
    public Property B_eq_2_18(TorusNumbers subject) => Judged.Holds("B-eq-2.18", subject);

    [Property]
    public Property B_2_3_2_fourier(TorusNumbers subject) => Judged.Holds("B-2.3.2-fourier", subject);

    [Property]
    public Property B_2_7(TorusNumbers subject) => Judged.Holds("B-2.7", subject);

    [Property]
    public Property B_eq_2_15(TorusNumbers subject) => Judged.Holds("B-eq-2.15", subject);

    [Property]
    public Property B_2_3_2_tails(TorusNumbers subject) => Judged.Holds("B-2.3.2-tails", subject);

    [Property]
    public Property B_2_3_2_sum(TorusNumbers subject) => Judged.Holds("B-2.3.2-sum", subject);

    [Property]
    public Property B_2_3_2_screw(TorusNumbers subject) => Judged.Holds("B-2.3.2-screw", subject);

    [Property]
    public Property B_V1I(TorusNumbers subject) => Judged.Holds("B-V1I", subject);

    [Property]
    public Property B_4_2_model(TorusNumbers subject) => Judged.Holds("B-4.2-model", subject);

    [Property]
    public Property B_V3I(TorusNumbers subject) => Judged.Holds("B-V3I", subject);

    [Property]
    public Property B_V4I(TorusNumbers subject) => Judged.Holds("B-V4I", subject);

    [Property]
    public Property B_V5I(TorusNumbers subject) => Judged.Holds("B-V5I", subject);

    [Property]
    public Property B_4_6_barrier(TorusNumbers subject) => Judged.Holds("B-4.6-barrier", subject);

    [Property]
    public Property B_4_6_singularity(TorusNumbers subject) => Judged.Holds("B-4.6-singularity", subject);

    [Property]
    public Property B_2_1(TorusNumbers subject) => Judged.Holds("B-2.1", subject);

    [Property]
    public Property B_1_4_slow(TorusNumbers subject) => Judged.Holds("B-1.4-slow", subject);

    [Property]
    public Property B_V1(TorusPotentialPair subject) => Judged.Holds("B-V1", subject);

    [Property]
    public Property B_V2(TorusPotentialPair subject) => Judged.Holds("B-V2", subject);

    [Property]
    public Property B_V3(TorusPotentialPair subject) => Judged.Holds("B-V3", subject);

    [Property]
    public Property B_V4(TorusPotentialPair subject) => Judged.Holds("B-V4", subject);

    [Property]
    public Property B_U(TorusPotentialPair subject) => Judged.Holds("B-U", subject);

    [Property]
    public Property B_1_4_constant(TorusPotentialPair subject) => Judged.Holds("B-1.4-constant", subject);

    [Property]
    public Property B_1_3_footnote(TorusNumbers subject) => Judged.Holds("B-1.3-footnote", subject);

    [Property]
    public Property B_4_field(TorusNumbers subject) => Judged.Holds("B-4-field", subject);

    [Property]
    public Property B_V1I_plane(TorusNumbers subject) => Judged.Holds("B-V1I-plane", subject);

    [Property]
    public Property B_V2I(TorusNumbers subject) => Judged.Holds("B-V2I", subject);

    [Property]
    public Property B_V3I_plane(TorusNumbers subject) => Judged.Holds("B-V3I-plane", subject);

    [Property]
    public Property B_V4I_plane(TorusNumbers subject) => Judged.Holds("B-V4I-plane", subject);

    [Property]
    public Property B_V5I_plane(TorusNumbers subject) => Judged.Holds("B-V5I-plane", subject);

    [Property]
    public Property B_4_2_level(TorusNumbers subject) => Judged.Holds("B-4.2-level", subject);
}
