using Orowan.Cases;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>The JSON of step functions and of trigonometric polynomials.</summary>
public sealed class FunctionPairTests
{
    private const string Steps = "{\"system\": \"step-functions\", \"measure\": [0.5, 1e-300], \"f\": [1, -2e300], \"g\": [0, 3], \"beta\": 0.5}";

    private const string Waves = "{\"system\": \"trigonometric\", \"dimension\": 1, \"V\": {\"kind\": \"torus-log-regularised\", \"delta\": 0.1}, "
        + "\"f\": {\"kind\": \"fourier\", \"terms\": [{\"k\": [1], \"cos\": 1, \"sin\": 0}]}, \"g\": {\"kind\": \"fourier\", \"terms\": []}}";

    [Theory]
    [InlineData(Steps)]
    [InlineData(Waves)]
    public void A_document_comes_back(string json)
    {
        var text = CaseFormat.ToJson(Sample.ParseCase(json));
        Assert.Equal(text, CaseFormat.ToJson(Sample.ParseCase(text)));
        Assert.Equal(text, Sample.ParseCase(json).ToString());
    }

    [Fact]
    public void Every_generated_one_comes_back()
    {
        foreach (var family in (IFamily[])[StepFunctions.Paired, TrigonometricFunctions.Paired])
        {
            for (var index = 0; index < 200; index++)
            {
                var text = CaseFormat.ToJson(family.At(3, index));
                Assert.Equal(text, CaseFormat.ToJson(Sample.ParseCase(text)));
            }
        }
    }

    [Theory]
    [InlineData("[0.5, 1e-300]", "[0.5, 0]", "measure[1]: expected a number larger than 0, found 0")]
    [InlineData("[0.5, 1e-300]", "[0.5, 0.6]", "measure: expected measures whose sum is at most 1, found the sum 1.1")]
    [InlineData("[0.5, 1e-300]", "[]", "measure: expected an array of measures, at least one, found an empty array")]
    [InlineData("[0, 3]", "[0]", "g: expected a value for each of the 2 measures, found an array of 1")]
    [InlineData("[1, -2e300]", "[1, 2e308]", "f[1]: expected a finite number, found 2e308")]
    [InlineData("\"beta\": 0.5", "\"beta\": -1", "beta: expected a number in [0, 8], found -1")]
    [InlineData("\"beta\": 0.5", "\"beta\": 0.5, \"h\": 1", "h: unknown field; expected one of: system, measure, f, g, beta")]
    public void A_wrong_field_of_step_functions_is_named(string part, string by, string message) =>
        Assert.Equal($"case.json: {message}", Sample.Message(() => Sample.ParseCase(Steps.Replace(part, by, StringComparison.Ordinal))));

    [Theory]
    [InlineData("\"dimension\": 1", "\"dimension\": 4", "dimension: expected a dimension: 1, 2 or 3, found 4")]
    [InlineData("\"k\": [1]", "\"k\": [1001]", "f: expected wave vectors with components of at most 1000, found a larger one")]
    [InlineData("\"dimension\": 1, ", "", "dimension: expected this field, found none")]
    public void A_wrong_field_of_trigonometric_polynomials_is_named(string part, string by, string message) =>
        Assert.Equal($"case.json: {message}", Sample.Message(() => Sample.ParseCase(Waves.Replace(part, by, StringComparison.Ordinal))));
}
