using Orowan.Cases;
using Orowan.Flows;
using Orowan.Formats;
using Xunit;
using Xunit.Abstractions;

namespace Orowan.Properties;

/// <summary>Whether the error that a run states of itself is honest, over generated cases and against much tighter runs.</summary>
public class UncertaintyProperties(ITestOutputHelper output)
{
    private const int Cases = 150;

    [Theory]
    [InlineData(1e-2)]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    public void The_true_error_exceeds_the_stated_one_at_most_once_in_a_hundred_and_never_threefold(double tolerance)
    {
        var solver = new ReferenceSolver();
        var (judged, exceeded, worst) = (0, 0, 0.0);
        for (var index = 0; index < Cases; index++)
        {
            var subject = (LineCase)LineCases.Separated.At(3, index);
            var tight = solver.Solve(subject);

            // A case whose tight run is not much better than the loose one cannot measure it.
            if (tight.Uncertainty > 1e-3 * tolerance * subject.LengthScale) continue;
            var loose = solver.Solve(subject with { Tolerance = tolerance });
            var error = loose.X.Zip(tight.X).Max(row => row.First.Zip(row.Second, (a, b) => Math.Abs(a - b)).Max());
            var ratio = Math.Max(0, error - tight.Uncertainty!.Value) / loose.Uncertainty!.Value;
            judged++;
            if (ratio > 1) exceeded++;
            worst = Math.Max(worst, ratio);
        }
        output.WriteLine($"{judged} cases at tolerance {tolerance:R}: {exceeded} exceed their uncertainty, the worst error is {worst:G3} of it");
        Assert.True(judged >= 0.9 * Cases, $"Only {judged} of {Cases} cases could be judged.");
        Assert.True(exceeded <= 0.01 * judged, $"{exceeded} of {judged} errors exceed the stated uncertainty.");
        Assert.True(worst <= 3, $"An error is {worst:R} times the stated uncertainty.");
    }
}
