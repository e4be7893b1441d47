using Orowan.Cases;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>The JSON of the numbers behind exactly solvable cases.</summary>
public class ClosedFormCaseTests
{
    [Fact]
    public void A_drawn_case_survives_its_document()
    {
        foreach (var index in Enumerable.Range(0, 100))
        {
            var subject = ClosedFormCases.Solvable.At(11, index);
            Assert.Equal(subject, Sample.ParseCase(CaseFormat.ToJson(subject)));
        }
    }

    [Theory]
    [InlineData("\"count\": 2", "count")]
    [InlineData("\"count\": 3.5", "count")]
    [InlineData("\"gap\": 0", "gap")]
    [InlineData("\"delta\": 1.5", "delta")]
    [InlineData("\"time\": -1", "time")]
    [InlineData("\"wall\": 1", "wall")]
    public void A_number_out_of_range_is_refused_by_the_name_of_its_field(string replaced, string field)
    {
        string[] fields = ["\"count\": 3", "\"gap\": 1", "\"centre\": 0", "\"delta\": 1", "\"time\": 1"];
        var kept = fields.Where(f => !f.StartsWith($"\"{field}\"", StringComparison.Ordinal));
        var json = $"{{\"system\": \"closed-form\", {string.Join(", ", kept.Append(replaced))}}}";
        Assert.Contains(field, Assert.Throws<InputException>(() => Sample.ParseCase(json)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Simpler_cases_end_at_the_simplest()
    {
        var subject = (ClosedFormCase)ClosedFormCases.Solvable.At(11, 0);
        while (ClosedFormCases.Solvable.Simpler(subject).Cast<ClosedFormCase>().FirstOrDefault() is { } simpler) subject = simpler;
        Assert.Equal(new ClosedFormCase(3, 1, 0, 1, 1), subject);
    }
}
