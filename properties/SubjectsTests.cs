using FsCheck;
using FsCheck.Fluent;
using Orowan.Cases;
using Xunit;

namespace Orowan.Properties;

/// <summary>Which profile of the families the properties draw from.</summary>
public class SubjectsTests
{
    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("0", false)]
    [InlineData("1", true)]
    public void The_environment_asks_for_the_larger_profile(string? value, bool deep) => Assert.Equal(deep, Subjects.AsksForDeep(value));

    [Fact]
    public void A_value_that_is_not_understood_is_an_error() => Assert.Throws<ArgumentException>(() => Subjects.AsksForDeep("yes"));

    [Fact]
    public void The_profiles_of_line_cases_differ_in_the_number_of_particles()
    {
        Assert.Equal((2, 12), Range(deep: false));
        var (least, most) = Range(deep: true);
        Assert.Equal(2, least);
        Assert.InRange(most, 60, 64);
        Assert.Same(ClosedFormCases.Solvable, ClosedFormCases.Solvable.ForProperties(deep: true));
    }

    private static (int Least, int Most) Range(bool deep)
    {
        var counts = LineCases.Separated.ForProperties(deep).Draw.Sample(400, new Rnd(1), 100).Select(subject => subject.Count).ToArray();
        return (counts.Min(), counts.Max());
    }
}
