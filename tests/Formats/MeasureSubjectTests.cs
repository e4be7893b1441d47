using Orowan.Cases;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>Pairs of measures and densities as documents.</summary>
public class MeasureSubjectTests
{
    [Fact]
    public void Subjects_come_back_with_the_same_text()
    {
        foreach (var family in new IFamily[] { MeasurePairs.OnLine, MeasurePairs.OnTorus, TorusDensities.Stepped })
        {
            for (var index = 0; index < 100; index++)
            {
                var json = CaseFormat.ToJson(family.At(3, index));
                Assert.Equal(json, CaseFormat.ToJson(Read(json)));
                Assert.Equal(json, family.At(3, index).ToString());
            }
        }
    }

    [Fact]
    public void Simpler_subjects_are_valid_and_shrinking_ends()
    {
        foreach (var family in new IFamily[] { MeasurePairs.OnLine, MeasurePairs.OnTorus, TorusDensities.Stepped })
        {
            for (var index = 0; index < 20; index++)
            {
                var (subject, steps) = (family.At(4, index), 0);
                while (family.Simpler(subject).FirstOrDefault() is { } simpler)
                {
                    subject = Read(CaseFormat.ToJson(simpler));
                    Assert.InRange(++steps, 0, 2000);
                }
            }
        }
    }

    [Theory]
    [InlineData("dimension: expected a whole number in [1, 64]", """{"system": "torus-measures", "dimension": 0, "first": {"x": [0], "b": [1]}, "second": {"x": [0], "b": [1]}}""")]
    [InlineData("first.x[0]: expected a place, an array of 2 numbers", """{"system": "torus-measures", "dimension": 2, "first": {"x": [0], "b": [1]}, "second": {"x": [0], "b": [1]}}""")]
    [InlineData("second.b: expected this field", """{"system": "line-measures", "first": {"x": [0], "b": [1]}, "second": {"x": [0]}}""")]
    [InlineData("plus: expected a square number of weights", """{"system": "torus-density", "dimension": 2, "plus": [1, 2], "minus": [1, 2]}""")]
    [InlineData("minus: expected 2 weights", """{"system": "torus-density", "dimension": 1, "plus": [1, 2], "minus": [1]}""")]
    [InlineData("plus[1]: expected a weight of at least 0", """{"system": "torus-density", "dimension": 1, "plus": [1, -2], "minus": [1, 1]}""")]
    [InlineData("not all 0", """{"system": "torus-density", "dimension": 1, "plus": [0], "minus": [0]}""")]
    public void Wrong_documents_are_refused_with_the_field(string expected, string json) =>
        Assert.Contains(expected, Assert.Throws<InputException>(() => Read(json)).Message, StringComparison.Ordinal);

    private static ISubject Read(string json) => CaseFormat.ParseSubject(System.Text.Encoding.UTF8.GetBytes(json), "subject");
}
