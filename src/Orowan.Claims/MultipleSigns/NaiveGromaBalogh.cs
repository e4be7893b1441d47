using System.Collections.Immutable;
using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// A solver of the Groma-Balogh equations on the circle as one writes it first: the kernel V' sampled on the grid, products on the same grid, Runge and
/// Kutta's method of order 4 at fixed steps. Right where all is resolved; a fault where it is not, or with the species mistaken.
/// </summary>
/// <param name="points">Points of the grid.</param>
/// <param name="alike">Whether rho^+ + rho^- stands where kappa should.</param>
internal sealed class NaiveGromaBalogh(int points, bool alike)
{
    private const int Steps = 100;

    public GromaBaloghRun Solve(GromaBaloghCase subject)
    {
        double[] kernel = [.. Enumerable.Range(0, points).Select(j => subject.V.GradientAt((double)j / points)[0])];
        double[] force = [.. Enumerable.Range(0, points).Select(j => subject.U.GradientAt((double)j / points)[0])];
        double[] y = [.. subject.Plus.Values(points), .. subject.Minus.Values(points)];
        var rows = ImmutableArray.CreateBuilder<GromaBaloghRow>();
        double time = 0;
        foreach (var wanted in subject.Output)
        {
            var h = (wanted - time) / Steps;
            for (var step = 0; step < Steps && h > 0; step++) y = Step(y, h, state => Rate(state, kernel, force, subject.Viscosity));
            time = wanted;
            rows.Add(new(wanted, y[..points], y[points..]));
        }
        return new(1, rows.ToImmutable()) { Uncertainty = subject.Tolerance };
    }

    private static double[] Step(double[] y, double h, Func<double[], double[]> rate)
    {
        var first = rate(y);
        var second = rate(Moved(y, h / 2, first));
        var third = rate(Moved(y, h / 2, second));
        var fourth = rate(Moved(y, h, third));
        return [.. y.Select((value, i) => value + (h / 6 * (first[i] + (2 * second[i]) + (2 * third[i]) + fourth[i])))];
    }

    private static double[] Moved(double[] y, double h, double[] rate) => [.. y.Zip(rate, (value, slope) => value + (h * slope))];

    private double[] Rate(double[] y, double[] kernel, double[] force, double viscosity)
    {
        var field = (double[])force.Clone();
        for (var i = 0; i < points; i++)
        {
            for (var j = 0; j < points; j++) field[i] += kernel[(i - j + points) % points] * (alike ? y[j] + y[points + j] : y[j] - y[points + j]) / points;
        }
        return [.. Change(1), .. Change(-1)];

        IEnumerable<double> Change(int sign)
        {
            var density = sign > 0 ? y[..points] : y[points..];
            var (flux, second) = (Derivative([.. density.Zip(field, (rho, g) => rho * g)], 1), Derivative(density, 2));
            return flux.Zip(second, (a, b) => (sign * a) + (viscosity * b));
        }
    }

    private double[] Derivative(double[] values, int order)
    {
        var transform = new TorusTransform(1, points);
        Complex[] field = [.. values.Select(value => new Complex(value, 0))];
        transform.Forward(field);
        for (var i = 0; i < points; i++)
        {
            var k = i <= points / 2 ? i : i - points;
            field[i] *= 2 * k == points ? 0 : Complex.Pow(2 * Math.PI * k * Complex.ImaginaryOne, order);
        }
        transform.Inverse(field);
        return [.. field.Select(z => z.Real)];
    }
}
