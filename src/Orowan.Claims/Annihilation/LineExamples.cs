using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Small cases with known answers, used as counterexamples and as places where faults show.</summary>
public static class LineExamples
{
    /// <summary>
    /// Three particles (+, +, -), V = -log, W = 0. With m and d the centre and gap of the positive pair, d^2 = d_0^2 + 4t/n and m is
    /// still, so the right one reaches the resting negative one at t* = (n/4)(4 (x_3 - m)^2 - d_0^2) = 9/4.
    /// </summary>
    public static LineCase PlusPlusMinus { get; } = Line(new ZeroPotential(), [-0.5, 0.5, 1], [1, 1, -1], 2.8);

    /// <summary>Two blocks that attract each other, with annihilations: (+, +, -, -), W the negated log regularised at 0.3.</summary>
    public static LineCase TwoBlocks { get; } = Line(Attraction(0.3), [-1, -0.25, 0.5, 1.5], [1, 1, -1, -1], 1);

    /// <summary>The same blocks for so short a time that nothing meets even under forces of the wrong sign.</summary>
    public static LineCase BlocksApart { get; } = Line(Attraction(0.3), [-1, -0.25, 0.5, 1.5], [1, 1, -1, -1], 0.25);

    /// <summary>A mirror-symmetric case in which two pairs annihilate at one time.</summary>
    public static LineCase Mirror { get; } = Line(new ZeroPotential(), [-1.5, -1.25, -1, 1, 1.25, 1.5], [1, 1, -1, -1, 1, 1], 2);

    /// <summary>
    /// The blocks under potentials that are neither logarithmic nor monotone: V a wall, a sub-logarithm and a well, W a stretched well and
    /// a hill.
    /// </summary>
    public static LineCase GeneralBlocks { get; } = TwoBlocks with
    {
        V = new SumPotential([new WallPotential(), new SubLogPotential(0.5), new NegatedPotential(new GaussianPotential(0.8, 0.4))]),
        W = new SumPotential([new ScaledPotential(-1.5, 2, new LorentzianPotential(1, 0.25)), new GaussianPotential(0.3, 0.2)]),
    };

    /// <summary>The negated log regularised at <paramref name="delta"/>: opposites attract.</summary>
    public static Potential Attraction(double delta) => new NegatedPotential(new RegularisedLogPotential(delta));

    private static LineCase Line(Potential w, double[] x, int[] b, double horizon) =>
        new(new LogPotential(), w, [.. x], [.. b], horizon, [.. Enumerable.Range(0, 13).Select(k => horizon * k / 12)], LineCase.DefaultTolerance);
}
