using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Integration;

/// <summary>The solution inside one step, theta in [0, 1], as a polynomial for each unknown.</summary>
public abstract class DenseStep
{
    /// <summary>Degree of the polynomials.</summary>
    public abstract int Degree { get; }

    /// <summary>Unknown <paramref name="component"/> at <paramref name="theta"/>.</summary>
    public abstract double At(double theta, int component);

    /// <summary>Derivative by theta of unknown <paramref name="component"/>: the rate times the length of the step.</summary>
    public abstract double Slope(double theta, int component);

    /// <summary>Writes the Bernstein coefficients of unknown <paramref name="component"/> (<see cref="Degree"/> + 1 values).</summary>
    public abstract void Bernstein(int component, Span<double> control);

    /// <summary>The smallest theta at which unknown <paramref name="component"/> is not positive; null when it is positive in the whole step.</summary>
    /// <param name="before">A theta that is not before this one is of no interest: null may be the answer then.</param>
    public double? FirstNonPositive(int component, double before = 1)
    {
        Span<double> control = stackalloc double[Degree + 1];
        Bernstein(component, control);
        return BernsteinPolynomial.FirstNonPositive(control, before);
    }

    /// <summary>The same polynomials in room of their own, which further steps do not touch.</summary>
    public abstract DenseStep Copy();

    /// <summary>Writes the state at <paramref name="theta"/> into <paramref name="state"/> (length of the dimension).</summary>
    public virtual void At(double theta, Span<double> state)
    {
        for (var i = 0; i < state.Length; i++) state[i] = At(theta, i);
    }

    /// <summary>Writes the derivatives by theta at <paramref name="theta"/> into <paramref name="slopes"/> (length of the dimension).</summary>
    public virtual void Slopes(double theta, Span<double> slopes)
    {
        for (var i = 0; i < slopes.Length; i++) slopes[i] = Slope(theta, i);
    }
}

/// <summary>
/// The dense output of Dormand and Prince, theta in [0, 1], as a polynomial of degree 7 for each unknown:
/// y(theta) = c0 + theta (c1 + (1 - theta)(c2 + theta (c3 + (1 - theta)(c4 + theta (c5 + (1 - theta)(c6 + theta c7)))))).
/// </summary>
internal sealed class NestedDenseStep : DenseStep
{
    private const int MostTerms = 8;

    private static readonly double[][] BernsteinOfTerm = [.. Enumerable.Range(0, MostTerms + 1).Select(TermsInBernstein)];

    private double[] coefficients = [];
    private int dimension;
    private int terms;

    /// <summary>The coefficients of <paramref name="unknowns"/> unknowns, term after term, to be written; those before are void.</summary>
    internal Span<double> Room(int unknowns, int count)
    {
        (dimension, terms) = (unknowns, count);
        if (coefficients.Length < terms * dimension) coefficients = new double[terms * dimension];
        return coefficients.AsSpan(0, terms * dimension);
    }

    /// <inheritdoc/>
    public override int Degree => terms - 1;

    /// <inheritdoc/>
    public override DenseStep Copy()
    {
        var copy = new NestedDenseStep();
        coefficients.AsSpan(0, terms * dimension).CopyTo(copy.Room(dimension, terms));
        return copy;
    }

    /// <inheritdoc/>
    public override double At(double theta, int component)
    {
        var value = 0.0;
        for (var k = terms - 1; k >= 1; k--)
        {
            value = (value + coefficients[(k * dimension) + component]) * (k % 2 == 1 ? theta : 1 - theta);
        }
        return coefficients[component] + value;
    }

    /// <inheritdoc/>
    public override double Slope(double theta, int component)
    {
        double value = 0, slope = 0;
        for (var k = terms - 1; k >= 1; k--)
        {
            value += coefficients[(k * dimension) + component];
            slope = k % 2 == 1 ? (slope * theta) + value : (slope * (1 - theta)) - value;
            value *= k % 2 == 1 ? theta : 1 - theta;
        }
        return slope;
    }

    /// <inheritdoc/>
    public override void At(double theta, Span<double> state)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(coefficients);
        ref var into = ref MemoryMarshal.GetReference(state);
        var i = 0;
        for (; i + Vector512<double>.Count <= state.Length; i += Vector512<double>.Count)
        {
            var value = Vector512<double>.Zero;
            for (var k = terms - 1; k >= 1; k--)
            {
                value = (value + Vector512.LoadUnsafe(ref all, (nuint)((k * dimension) + i))) * (k % 2 == 1 ? theta : 1 - theta);
            }
            (Vector512.LoadUnsafe(ref all, (nuint)i) + value).StoreUnsafe(ref into, (nuint)i);
        }
        for (; i < state.Length; i++) state[i] = At(theta, i);
    }

    /// <inheritdoc/>
    public override void Slopes(double theta, Span<double> slopes)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(coefficients);
        ref var into = ref MemoryMarshal.GetReference(slopes);
        var i = 0;
        for (; i + Vector512<double>.Count <= slopes.Length; i += Vector512<double>.Count)
        {
            Vector512<double> value = default, slope = default;
            for (var k = terms - 1; k >= 1; k--)
            {
                value += Vector512.LoadUnsafe(ref all, (nuint)((k * dimension) + i));
                slope = k % 2 == 1 ? (slope * theta) + value : (slope * (1 - theta)) - value;
                value *= k % 2 == 1 ? theta : 1 - theta;
            }
            slope.StoreUnsafe(ref into, (nuint)i);
        }
        for (; i < slopes.Length; i++) slopes[i] = Slope(theta, i);
    }

    /// <inheritdoc/>
    public override void Bernstein(int component, Span<double> control)
    {
        control.Fill(coefficients[component]);
        var inBernstein = BernsteinOfTerm[terms];
        for (var k = 1; k < terms; k++)
        {
            var coefficient = coefficients[(k * dimension) + component];
            for (var j = 0; j < terms; j++) control[j] += coefficient * inBernstein[(k * terms) + j];
        }
    }

    /// <summary>
    /// Term k of the nested form is theta^a (1 - theta)^b with
    /// a = ceil(k / 2), b = floor(k / 2), and theta^a (1 - theta)^b = sum_j binom(m - a - b, j - a) / binom(m, j) B_j, m the degree.
    /// </summary>
    private static double[] TermsInBernstein(int terms)
    {
        var rows = new double[terms * terms];
        for (var k = 1; k < terms; k++)
        {
            var (a, b) = ((k + 1) / 2, k / 2);
            for (var j = a; j <= terms - 1 - b; j++) rows[(k * terms) + j] = Binomial(terms - 1 - a - b, j - a) / Binomial(terms - 1, j);
        }
        return rows;
    }

    private static double Binomial(int n, int k)
    {
        var value = 1.0;
        for (var i = 1; i <= k; i++) value = value * (n - k + i) / i;
        return value;
    }
}
