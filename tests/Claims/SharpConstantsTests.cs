using Orowan.Claims;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>Constants that are called sharp, on the subjects that attain them.</summary>
public sealed class SharpConstantsTests
{
    [Theory]
    [InlineData("B-2.5", 0, 1e-9)]
    [InlineData("B-2.5", 1, 1e-9)]
    [InlineData("B-2.6", 0, 1e-9)]
    [InlineData("B-A-order", 0, 1e-12)]
    [InlineData("B-A.1-iv", 0, 1e-3)]
    [InlineData("B-A.1-iv-norms", 0, 1e-12)]
    [InlineData("B-A.1-v", 0, 1e-3)]
    public void The_constant_is_attained(string id, int example, double within)
    {
        var entry = Shared.Entry(id);
        var finding = entry.Claim!.Judge(entry.Faults[example].Example, Shared.Solver);
        Assert.True(finding.Verdict is Verdict.Holds, Shared.Describe(finding));
        Assert.InRange(finding.Worst!.Value.Ratio, 1 - within, 1 + 1e-12);
    }
}
