using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>The numbers that the README tells of statements that fail as printed: each printed form on its counterexample, where it is worst.</summary>
public sealed class ErrataNumbersTests
{
    /// <param name="id">The line.</param>
    /// <param name="value">The value as told.</param>
    /// <param name="unit">One unit of its last told digit.</param>
    /// <param name="bound">What is printed, as told.</param>
    /// <param name="unitOfBound">One unit of its last told digit.</param>
    [Theory]
    [InlineData("A-eq-4.5", 2, 1e-9, 1.5, 1e-9)]
    [InlineData("A-4.5-iii", 0.0770, 1e-4, 0, 1e-9)]
    [InlineData("A-4.4-iv-display-3", -0.0866, 1e-4, -0.1733, 1e-4)]
    [InlineData("B-eq-1.1", 0.0477, 1e-4, 0.0764, 1e-4)]
    [InlineData("B-2.3.2-sum", 7.35, 1e-2, 5e-7, 1e-7)]
    [InlineData("B-1.4-slow", 1.5e96, 1e95, 0, 1e-9)]
    [InlineData("B-eq-3.13", 0.4735, 1e-4, 0.2360, 1e-4)]
    [InlineData("B-eq-4.3", -6.84e-4, 1e-6, 6.87e-4, 1e-6)]
    [InlineData("B-3.5-display-gronwall", 55e-4, 1e-4, 20e-4, 1e-4)]
    public void The_printed_form_fails_by_what_is_told(string id, double value, double unit, double bound, double unitOfBound)
    {
        var entry = Shared.Entry(id);
        var worst = entry.Printed!.Judge(entry.Counterexample!, Shared.Solver).Worst!.Value;
        Assert.InRange(worst.Value, value - (unit / 2), value + (unit / 2));
        Assert.InRange(worst.Bound, bound - (unitOfBound / 2), bound + (unitOfBound / 2));
    }
}
