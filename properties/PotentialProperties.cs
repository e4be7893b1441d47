using FsCheck.Xunit;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Properties;

/// <summary>
/// The constants of generated potentials, sums included, against samples and against enclosures. Enclosures decide without rounding: by the
/// mean value theorem in log r, sup(-rV')_+ bounds (V(a) - V(b)) / log(b/a) for all a &lt; b, and the enclosures of V(a) and V(b) certify
/// that difference from below.
/// </summary>
[Properties(Arbitrary = [typeof(Subjects)], MaxTest = 100)]
public class PotentialProperties
{
    /// <summary>Rounding of a sampled rV' and of the constants, a few units each.</summary>
    private const double Rounding = 1e-13;

    /// <summary>Of the quotient and its logarithm, which is at most ten.</summary>
    private const double LogRounding = 4e-15;

    private static readonly double[] Distances = [.. Enumerable.Range(-600, 1001).Select(k => Math.Pow(10, k / 50.0))];

    [Property]
    public void No_sample_exceeds_a_bound(PotentialPair subject)
    {
        foreach (var potential in (Potential[])[subject.V, subject.W])
        {
            var size = Size(potential);
            foreach (var r in Distances)
            {
                var product = r * potential.Slope(r);
                Assert.InRange(Math.Abs(product), 0, potential.SlopeBound + (Rounding * size));
                Assert.InRange(product, -potential.RepulsionBound - (Rounding * size), potential.AttractionBound + (Rounding * size));
                if (double.IsFinite(potential.SlopeLipschitz))
                    Assert.InRange(Math.Abs(potential.Curvature(r)), 0, potential.SlopeLipschitz * (1 + Rounding));
            }
        }
    }

    [Property]
    public void No_enclosed_difference_exceeds_a_bound(PotentialPair subject)
    {
        foreach (var potential in (Potential[])[subject.V, subject.W])
        {
            var enclosures = Distances.Select(r => potential.Values(new Interval(r, r))).ToArray();
            foreach (var apart in new[] { 1, 10, 100 })
            {
                for (var k = 0; k + apart < Distances.Length; k++)
                {
                    var (near, far) = (enclosures[k], enclosures[k + apart]);
                    var most = Math.Log(Distances[k + apart] / Distances[k]) + LogRounding;
                    Assert.True(near.Low - far.High <= potential.RepulsionBound * most, $"sup(-rV')_+ of {potential} between {Distances[k]:R} and {Distances[k + apart]:R}");
                    Assert.True(far.Low - near.High <= potential.AttractionBound * most, $"sup(rV')_+ of {potential} between {Distances[k]:R} and {Distances[k + apart]:R}");
                }
            }
        }
    }

    [Property]
    public void The_constant_of_2_3_bounds_the_sum_from_below(PotentialPair subject)
    {
        var k = Admissibility.QuadraticLowerBound(subject.V, subject.W);
        foreach (var r in Distances)
        {
            var sum = subject.V.Values(new Interval(r, r)) + subject.W.Values(new Interval(r, r));
            Assert.True(sum.High >= -k * r * r, $"(V + W)({r:R}) lies below {-k * r * r:R}: {sum}");
        }
    }

    /// <summary>The terms' own bounds together: what rounding is relative to where they cancel.</summary>
    private static double Size(Potential potential) => potential switch
    {
        SumPotential sum => sum.Terms.Sum(Size),
        NegatedPotential negated => Size(negated.Of),
        ScaledPotential scaled => Math.Abs(scaled.Factor) * Size(scaled.Of),
        _ => Math.Max(potential.SlopeBound, Math.Max(potential.RepulsionBound, potential.AttractionBound)),
    };
}
