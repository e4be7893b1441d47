using MathNet.Numerics.Integration;
using Orowan.Potentials;

namespace Orowan.Continuum;

/// <summary>Averages of a potential over pairs of equal cells: finite also where the potential is singular.</summary>
/// <remarks>
/// For two cells of width h whose centres are k h apart, (1/h^2) times the double integral of V(x - y) is the integral over [-1, 1] of
/// (1 - |s|) V(h (k + s)) ds, because s = (x - y)/h - k has the density 1 - |s|. With these averages the energy and the potential of a
/// density that is constant on cells are exact, whatever the singularity: no length is cut off. They are h^-2 times the second
/// differences of the second antiderivative of V, which no potential here needs to know: differences would cancel k^2 digits, the
/// integral none.
/// </remarks>
internal static class AveragedKernel
{
    /// <summary>
    /// On an interval [a, 2a] and a singularity at 0, 16 points of Gauss are exact to (3 + 8^(1/2))^-32 = 3e-25; all but the nearest two
    /// averages see the singularity from at least that far.
    /// </summary>
    private const int Points = 16;

    /// <summary>Halvings towards the singularity: what is left has a weight of 2^-64 and a potential of at most 64 log 2.</summary>
    private const int Halvings = 64;

    private static readonly GaussLegendreRule Rule = new(0, 1, Points);

    /// <summary>The averages at distances 0, h, ..., (<paramref name="count"/> - 1) h of cells of width h = <paramref name="width"/>.</summary>
    public static double[] Of(Potential potential, double width, int count)
    {
        var averages = new double[count];
        for (var k = 0; k < count; k++)
        {
            averages[k] = k switch
            {
                0 => 2 * TowardsZero(t => (1 - t) * potential.Value(width * t)),
                1 => TowardsZero(t => t * potential.Value(width * t)) + Smooth(s => (1 - s) * potential.Value(width * (1 + s))),
                _ => Smooth(s => (s * potential.Value(width * (k - 1 + s))) + ((1 - s) * potential.Value(width * (k + s)))),
            };
        }
        return averages;
    }

    private static double Smooth(Func<double, double> f)
    {
        double sum = 0;
        for (var i = 0; i < Points; i++) sum += Rule.GetWeight(i) * f(Rule.GetAbscissa(i));
        return sum;
    }

    /// <summary>The integral over (0, 1] of a function that may be singular at 0, on [1/2, 1], [1/4, 1/2], ...</summary>
    private static double TowardsZero(Func<double, double> f)
    {
        double sum = 0;
        var low = 0.5;
        for (var halving = 0; halving < Halvings; halving++, low /= 2) sum += low * Smooth(s => f(low * (1 + s)));
        return sum;
    }
}
