using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>The claims on measures over their families: section 3 of paper A, section 2.2 of paper B.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 40, MaxRejected = 40)]
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
}
