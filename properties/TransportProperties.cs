using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>The claims on measures over their families: section 3 of paper A, section 2.2 of paper B.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 20, MaxRejected = 20)]
public class TransportProperties
{
    [Property]
    public Property A_eq_3_1(LineMeasures subject) => Judged.Holds("A-eq-3.1", subject);

    [Property]
    public Property A_3_couplings(LineMeasures subject) => Judged.Holds("A-3-couplings", subject);

    [Property]
    public Property A_3_metric(LineMeasures subject) => Judged.Holds("A-3-metric", subject);

    [Property]
    public Property A_eq_3_2(LineMeasures subject) => Judged.Holds("A-eq-3.2", subject);

    [Property]
    public Property A_eq_3_3(LineMeasures subject) => Judged.Holds("A-eq-3.3", subject);

    [Property]
    public Property A_eq_3_5(LineMeasures subject) => Judged.Holds("A-eq-3.5", subject);

    [Property]
    public Property A_eq_3_7(LineMeasures subject) => Judged.Holds("A-eq-3.7", subject);

    [Property]
    public Property A_eq_3_8(LineMeasures subject) => Judged.Holds("A-eq-3.8", subject);

    [Property]
    public Property A_3_2(LineMeasures subject) => Judged.Holds("A-3.2", subject);

    [Property]
    public Property A_3_2_display_1(LineMeasures subject) => Judged.Holds("A-3.2-display-1", subject);

    [Property]
    public Property A_eq_3_11(LineMeasures subject) => Judged.Holds("A-eq-3.11", subject);

    [Property]
    public Property A_eq_3_12(LineMeasures subject) => Judged.Holds("A-eq-3.12", subject);

    [Property]
    public Property A_eq_3_13(LineMeasures subject) => Judged.Holds("A-eq-3.13", subject);

    [Property]
    public Property A_3_2_display_4(LineMeasures subject) => Judged.Holds("A-3.2-display-4", subject);

    [Property]
    public Property A_3_3(LineMeasures subject) => Judged.Holds("A-3.3", subject);

    [Property]
    public Property A_3_4(LineMeasures subject) => Judged.Holds("A-3.4", subject);

    [Property]
    public Property A_3_4_display_1(LineMeasures subject) => Judged.Holds("A-3.4-display-1", subject);

    [Property]
    public Property B_eq_2_4(TorusMeasures subject) => Judged.Holds("B-eq-2.4", subject);

    [Property]
    public Property B_eq_2_5(TorusMeasures subject) => Judged.Holds("B-eq-2.5", subject);

    [Property]
    public Property B_eq_2_6(TorusMeasures subject) => Judged.Holds("B-eq-2.6", subject);

    [Property]
    public Property B_2_2_i(TorusMeasures subject) => Judged.Holds("B-2.2-i", subject);

    [Property]
    public Property B_2_2_ii(TorusMeasures subject) => Judged.Holds("B-2.2-ii", subject);

    [Property]
    public Property B_2_2_display_1(TorusMeasures subject) => Judged.Holds("B-2.2-display-1", subject);

    [Property]
    public Property B_2_3(TorusMeasures subject) => Judged.Holds("B-2.3", subject);

    [Property]
    public Property B_eq_2_8(TorusMeasures subject) => Judged.Holds("B-eq-2.8", subject);

    [Property]
    public Property B_eq_2_9(TorusMeasures subject) => Judged.Holds("B-eq-2.9", subject);

    [Property]
    public Property B_2_3_display_2(TorusMeasures subject) => Judged.Holds("B-2.3-display-2", subject);

    [Property(MaxTest = 8)]
    public Property B_2_4_i(TorusDensity subject) => Judged.Holds("B-2.4-i", subject);

    [Property(MaxTest = 8)]
    public Property B_2_4_display_1(TorusDensity subject) => Judged.Holds("B-2.4-display-1", subject);

    [Property(MaxTest = 8)]
    public Property B_2_4_entropy(TorusDensity subject) => Judged.Holds("B-2.4-entropy", subject);

    [Property(MaxTest = 8)]
    public Property B_2_4_ii(TorusDensity subject) => Judged.Holds("B-2.4-ii", subject);

    [Property(MaxTest = 8)]
    public Property B_2_4_display_2(TorusDensity subject) => Judged.Holds("B-2.4-display-2", subject);
}
