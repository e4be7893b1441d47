using Orowan.Flows;
using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Torus;

public class ExpansionTests
{
    private const int Pairs = 4;

    [Theory]
    [MemberData(nameof(PotentialTests.Kinds), MemberType = typeof(PotentialTests))]
    public void Third_derivatives_are_within_their_bound(TorusPotential potential)
    {
        var d = potential.Dimension;
        var random = new Random(6);
        double[] above = new double[d * d], below = new double[d * d];
        for (var i = 0; i < 2000; i++)
        {
            var scale = Math.Pow(10, -3 * random.NextDouble());
            double[] x = [.. Enumerable.Range(0, d).Select(_ => scale * (random.NextDouble() - 0.5))];
            var distance = Math.Sqrt(x.Sum(a => a * a));
            var (sin, cos) = Math.SinCos(Math.PI * random.NextDouble());
            double[] along = d == 1 ? [1] : [cos, sin];
            var step = 1e-4 * distance;
            potential.Hessian([.. x.Zip(along, (a, e) => a + (step * e))], above);
            potential.Hessian([.. x.Zip(along, (a, e) => a - (step * e))], below);
            double[] change = [.. above.Zip(below, (a, b) => (a - b) / (2 * step))];
            var norm = d == 1
                ? Math.Abs(change[0])
                : (0.5 * Math.Abs(change[0] + change[3])) + double.Hypot(0.5 * (change[0] - change[3]), change[1]);
            Assert.InRange(norm, 0, potential.ThirdDerivativeBound / (distance * distance * distance));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_expansion_is_off_by_no_more_than_is_allowed(TorusCase subject)
    {
        var (forces, pairing) = Of(subject);
        var mobile = subject.Motion == TorusMotion.Slip ? 1 : subject.Dimension;
        double[] at = new double[subject.X.Length], moved = new double[at.Length];
        double[] exact = new double[subject.Count * mobile], expanded = new double[exact.Length];
        var coordinates = new TorusCoordinates(subject, pairing);
        coordinates.Expand(new TorusDynamics(subject, pairing, 1e-9).Initial(0));
        coordinates.Movement.CopyTo(at);
        var random = new Random(2);
        var used = 0;
        foreach (var allowed in new[] { 1e-6, 1e-9, 1e-12 })
        {
            var expansion = new TorusExpansion(forces, subject.Count, subject.Dimension, mobile) { Allowed = allowed };
            for (var k = 0; k < 20; k++) Assert.True(expansion.TryInteraction(at, expanded));
            for (var k = 0; k < 40; k++)
            {
                var size = Math.Pow(10, -1 - (8 * random.NextDouble()));
                for (var i = 0; i < at.Length; i++) moved[i] = at[i] + (i % subject.Dimension < mobile ? size * ((2 * random.NextDouble()) - 1) : 0);
                Assert.True(forces.TryInteraction(moved, exact));
                Assert.True(expansion.TryInteraction(moved, expanded));
                for (var i = 0; i < exact.Length; i++) Assert.Equal(exact[i], expanded[i], allowed + 1e-13);
                if (!exact.SequenceEqual(expanded)) used++;
            }
        }
        Assert.True(used >= 10, $"{used} results are those of an expansion");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Where_no_error_is_allowed_nothing_is_expanded(TorusCase subject)
    {
        var (forces, _) = Of(subject);
        var mobile = subject.Motion == TorusMotion.Slip ? 1 : subject.Dimension;
        var expansion = new TorusExpansion(forces, subject.Count, subject.Dimension, mobile);
        double[] at = new double[subject.X.Length], exact = new double[subject.Count * mobile], expanded = new double[exact.Length];
        for (var k = 0; k < 50; k++)
        {
            for (var i = 0; i < at.Length; i++) at[i] = 1e-9 * k * Math.Cos(i + k);
            Assert.True(forces.TryInteraction(at, exact));
            Assert.True(expansion.TryInteraction(at, expanded));
            Assert.Equal(exact, expanded);
        }
    }

    public static TheoryData<TorusCase> Cases { get; } =
    [
        Dipoles(1, TorusMotion.Isotropic, new TorusLogRegularisedPotential(1e-4)),
        Dipoles(2, TorusMotion.Isotropic, new TorusGreenPotential(1e-4)),
        Dipoles(2, TorusMotion.Slip, new TorusEdgePotential(0)),
    ];

    private static (TorusForces Forces, TorusPairing Pairing) Of(TorusCase subject)
    {
        var pairing = TorusPairing.Of(subject);
        return (new TorusForces(subject, pairing), pairing);
    }

    private static TorusCase Dipoles(int dimension, TorusMotion motion, TorusPotential v) => TorusCase.OfDipoles(
        dimension,
        motion,
        v,
        FourierPotential.Zero(dimension),
        [.. Enumerable.Range(0, Pairs * dimension).Select(i => dimension == 1 ? (i + 0.3) / Pairs : ((i / 2 * 0.25) + (i % 2 * 0.37 * (i + 1))) % 1)],
        [.. Enumerable.Range(0, Pairs * dimension).Select(i => 1e-5 * (1 + (i % 3)))],
        1,
        [1],
        1e-8);
}
