namespace Orowan.Integration;

/// <summary>The solution inside one step, theta in [0, 1], as a polynomial for each unknown.</summary>
public abstract class DenseStep
{
    /// <summary>Unknown <paramref name="component"/> at <paramref name="theta"/>.</summary>
    public abstract double At(double theta, int component);

    /// <summary>Unknown <paramref name="component"/> as a Bernstein polynomial.</summary>
    public abstract BernsteinPolynomial Bernstein(int component);

    /// <summary>Writes the state at <paramref name="theta"/> into <paramref name="state"/> (length of the dimension).</summary>
    public void At(double theta, Span<double> state)
    {
        for (var i = 0; i < state.Length; i++) state[i] = At(theta, i);
    }
}

/// <summary>
/// The dense output of Dormand and Prince, theta in [0, 1], as a polynomial of degree 7 for each unknown:
/// y(theta) = c0 + theta (c1 + (1 - theta)(c2 + theta (c3 + (1 - theta)(c4 + theta (c5 + (1 - theta)(c6 + theta c7)))))).
/// </summary>
internal sealed class NestedDenseStep : DenseStep
{
    internal const int Terms = 8;

    private readonly double[] coefficients;
    private readonly int dimension;

    internal NestedDenseStep(double[] coefficients, int dimension)
    {
        this.coefficients = coefficients;
        this.dimension = dimension;
    }

    /// <inheritdoc/>
    public override double At(double theta, int component)
    {
        var value = 0.0;
        for (var k = Terms - 1; k >= 1; k--)
        {
            value = (value + coefficients[(k * dimension) + component]) * (k % 2 == 1 ? theta : 1 - theta);
        }
        return coefficients[component] + value;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Term k of the nested form is theta^a (1 - theta)^b with
    /// a = ceil(k / 2), b = floor(k / 2), and theta^a (1 - theta)^b = sum_j binom(7 - a - b, j - a) / binom(7, j) B_j.
    /// </remarks>
    public override BernsteinPolynomial Bernstein(int component)
    {
        var control = new double[Terms];
        Array.Fill(control, coefficients[component]);
        for (var k = 1; k < Terms; k++)
        {
            var (a, b) = ((k + 1) / 2, k / 2);
            for (var j = a; j <= Terms - 1 - b; j++)
            {
                control[j] += coefficients[(k * dimension) + component] * Binomial(Terms - 1 - a - b, j - a) / Binomial(Terms - 1, j);
            }
        }
        return new BernsteinPolynomial(control);
    }

    private static double Binomial(int n, int k)
    {
        var value = 1.0;
        for (var i = 1; i <= k; i++) value = value * (n - k + i) / i;
        return value;
    }
}
