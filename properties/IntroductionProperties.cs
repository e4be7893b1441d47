using FsCheck;
using FsCheck.Xunit;
using Orowan.Formats;

namespace Orowan.Properties;

/// <summary>Every claim of sections 1 and 2 of paper A over its family: one property each, named after the claim.</summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 20, MaxRejected = 20)]
public class IntroductionProperties
{
    [Property]
    public Property A_eq_1_1(LineCase subject) => Judged.Holds("A-eq-1.1", subject);

    [Property]
    public Property A_1_2_choices(ClosedFormCase subject) => Judged.Holds("A-1.2-choices", subject);

    [Property]
    public Property A_1_2_wall(ClosedFormCase subject) => Judged.Holds("A-1.2-wall", subject);

    [Property]
    public Property A_1_2_first(LineCase subject) => Judged.Holds("A-1.2-first", subject);

    [Property]
    public Property A_1_2_ghost(LineCase subject) => Judged.Holds("A-1.2-ghost", subject);

    [Property]
    public Property A_1_3_mass(LineCase subject) => Judged.Holds("A-1.3-mass", subject);

    [Property]
    public Property A_1_6_oscillations(ClosedFormCase subject) => Judged.Holds("A-1.6-oscillations", subject);

    [Property]
    public Property A_1_6_regular_v(ClosedFormCase subject) => Judged.Holds("A-1.6-regular-v", subject);

    [Property]
    public Property A_1_6_tails(LineCase subject) => Judged.Holds("A-1.6-tails", subject);

    [Property]
    public Property A_1_7_speed(ClosedFormCase subject) => Judged.Holds("A-1.7-speed", subject);

    [Property]
    public Property A_1_7_hoelder(ClosedFormCase subject) => Judged.Holds("A-1.7-hoelder", subject);

    [Property]
    public Property A_1_7_well(ClosedFormCase subject) => Judged.Holds("A-1.7-well", subject);

    [Property]
    public Property A_1_7_pair(ClosedFormCase subject) => Judged.Holds("A-1.7-pair", subject);

    [Property]
    public Property A_1_7_direction(LineCase subject) => Judged.Holds("A-1.7-direction", subject);

    [Property]
    public Property A_beyond_total(LineCase subject) => Judged.Holds("A-beyond-total", subject);

    [Property]
    public Property A_2_2(LineCase subject) => Judged.Holds("A-2.2", subject);

    [Property]
    public Property A_closed_like(ClosedFormCase subject) => Judged.Holds("A-closed-like", subject);

    [Property]
    public Property A_closed_wall(ClosedFormCase subject) => Judged.Holds("A-closed-wall", subject);

    [Property]
    public Property A_closed_three(ClosedFormCase subject) => Judged.Holds("A-closed-three", subject);
}
