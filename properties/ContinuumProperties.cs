using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of section 5 of paper A over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 12, MaxRejected = 12)]
public class ContinuumProperties
{
    [Property]
    public Property A_5_1_mass(DensityCase subject) => Judged.Holds("A-5.1-mass", subject);

    [Property]
    public Property A_5_1_alive(DensityCase subject) => Judged.Holds("A-5.1-alive", subject);

    [Property]
    public Property A_5_1_moments(DensityCase subject) => Judged.Holds("A-5.1-moments", subject);

    [Property]
    public Property A_5_1_supports(DensityCase subject) => Judged.Holds("A-5.1-supports", subject);

    [Property]
    public Property A_5_1_atoms(DensityCase subject) => Judged.Holds("A-5.1-atoms", subject);

    [Property]
    public Property A_eq_5_1(DensityCase subject) => Judged.Holds("A-eq-5.1", subject);

    [Property]
    public Property A_eq_5_3(DensityCase subject) => Judged.Holds("A-eq-5.3", subject);

    [Property]
    public Property A_5_1_iii(ClosedFormCase subject) => Judged.Holds("A-5.1-iii", subject);
}
