using Orowan.Flows;
using Xunit;

namespace Orowan.Tests.Flows;

public sealed class TwoIntegrationsTests
{
    [Theory]
    [InlineData(1e-6, 0.5, 2)]
    [InlineData(1e-6, 1e-9, 4)]
    [InlineData(1e-6, 0, 9)]
    [InlineData(1e-12, 0, 3)]
    [InlineData(1e-20, 0, 3)]
    public void No_integration_is_made_twice(double local, double wanted, int passes)
    {
        var made = new List<(double Local, double Perturbation, int Steps)>();
        var finest = TwoIntegrations.Refine(
            local,
            wanted,
            (tolerance, perturbation, steps) =>
            {
                made.Add((tolerance, perturbation, steps));
                return tolerance;
            },
            (rough, fine, finer) =>
            {
                Assert.Equal(fine, finer);
                return (fine, 10 * fine);
            });
        Assert.Equal(passes, made.Count);
        Assert.Equal(made.Distinct(), made);
        Assert.Equal(made.Min(pass => pass.Local), finest);
    }
}
