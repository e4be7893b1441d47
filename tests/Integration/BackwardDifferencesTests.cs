using MathNet.Numerics.LinearAlgebra;
using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public sealed class BackwardDifferencesTests
{
    private static readonly double[] Ago = [0, 0.3, 0.7, 0.8, 1.5, 1.9, 2.6];

    private const double Step = 0.4;

    /// <summary>
    /// On past points of t^(q + 1): the prediction, its slope and what the formula leaves are those of the interpolation error.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_formula_is_exact_to_its_order_and_knows_its_error(int order)
    {
        var formula = new BackwardFormula(Ago.Length);
        formula.Take(order, Step, Ago);
        for (var degree = 0; degree <= order; degree++)
        {
            Assert.Equal(Math.Pow(Step, degree), Combined(formula.Weights, degree), 1e-11);
            Assert.Equal(degree == 0 ? 0 : degree * Math.Pow(Step, degree - 1), Combined(formula.Slopes, degree), 1e-10);
        }
        var (exact, slope) = (Math.Pow(Step, order + 1), (order + 1) * Math.Pow(Step, order));
        var moved = formula.Gamma * (slope - Combined(formula.Slopes, order + 1));
        var end = Combined(formula.Weights, order + 1) + moved;
        Assert.Equal(Math.Abs(end - exact), formula.ErrorShare * Math.Abs(moved), 1e-10);
        Assert.True(Math.Abs(end - exact) > 1e-4);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(5)]
    public void The_dense_output_is_the_polynomial_through_the_end_and_the_past(int degree)
    {
        double At(double t) => 1 + t - (0.5 * Math.Pow(t, degree));
        var dense = PastPolynomial.Through([At(Step)], Step, [.. Ago.Select(s => new[] { At(-s) })], Ago, degree);
        Assert.Equal(degree, dense.Degree);
        foreach (var theta in (double[])[0, 0.3, 0.9, 1])
        {
            Assert.Equal(At(theta * Step), dense.At(theta, 0), 1e-13);
            Assert.Equal(Step * (1 - (0.5 * degree * Math.Pow(theta * Step, degree - 1))), dense.Slope(theta, 0), 1e-12);
        }
    }

    [Fact]
    public void Steps_of_one_length_have_order_five()
    {
        var table = new OrderTable();
        foreach (var steps in (int[])[160, 200, 240, 320])
        {
            var method = new BackwardDifferences(new Solving(new KeplerFlow(1e-13)), KeplerFlow.At(0));
            table.Add(1.0 / steps, OrderTable.March(method, 2, steps, KeplerFlow.At, 4).AtEnd);
        }
        table.ShowsOrder(5, 0.4);
    }

    [Fact]
    public void The_dense_output_has_order_five_inside_a_step_too()
    {
        var table = new OrderTable();
        foreach (var steps in (int[])[120, 150, 180, 240])
        {
            var method = new BackwardDifferences(new Solving(new KeplerFlow(1e-13)), KeplerFlow.At(0));
            table.Add(1.0 / steps, OrderTable.March(method, 2, steps, KeplerFlow.At, 4).Inside);
        }
        table.ShowsOrder(6, 0.6);
    }

    /// <summary>Stiffness 1e6: steps of any length that the solution allows, at hardly more than one evaluation each.</summary>
    [Theory]
    [InlineData(1e-5)]
    [InlineData(1e-8)]
    public void Stiff_steps_are_as_long_as_the_solution_allows(double tolerance)
    {
        var method = new BackwardDifferences(new Solving(new ProtheroRobinsonFlow(1e6, tolerance)), [1, 0]);
        var (time, step, steps) = (0.0, 1e-6, 0);
        while (time < 10)
        {
            var length = Math.Min(step, 10 - time);
            var error = method.Attempt(length);
            step = error <= 1 ? method.LengthAfter(length, error) : StepLength.AfterRejected(length, error, method.ErrorOrder);
            Assert.True(++steps < 2000);
            if (!(error <= 1)) continue;
            method.Accept();
            time += length;
        }
        Assert.Equal(Math.Cos(10), method.State[0], 20 * tolerance);
        Assert.True(method.Evaluations < 2.2 * steps + 20, $"{method.Evaluations} evaluations in {steps} steps");
    }

    private static double Combined(ReadOnlySpan<double> weights, int degree)
    {
        double sum = 0;
        for (var j = 0; j < weights.Length; j++) sum += weights[j] * (degree == 0 ? 1 : Math.Pow(-Ago[j], degree));
        return sum;
    }

    /// <summary>A small flow whose systems are solved by its whole matrix.</summary>
    private sealed class Solving(TestFlow flow) : INewtonFlow
    {
        private readonly Matrix<double> jacobian = Matrix<double>.Build.Dense(flow.Dimension, flow.Dimension);

        public int Dimension => flow.Dimension;

        public bool SolvesItself => true;

        public double FastestRate => jacobian.InfinityNorm();

        public double LastingRate => FastestRate;

        public bool TryRate(ReadOnlySpan<double> y, Span<double> rate) => flow.TryRate(y, rate);

        public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed) =>
            flow.AllowedErrors(y, rate, step, allowed);

        public void Jacobian(ReadOnlySpan<double> y, Matrix<double> target) => flow.Jacobian(y, target);

        public void Linearise(ReadOnlySpan<double> y, ReadOnlySpan<double> rate)
        {
            jacobian.Clear();
            flow.Jacobian(y, jacobian);
        }

        public void Solve(double gamma, ReadOnlySpan<double> allowed, Span<double> vector)
        {
            var side = Vector<double>.Build.Dense(vector.ToArray());
            (Matrix<double>.Build.DenseIdentity(Dimension) - (gamma * jacobian)).Solve(side).AsArray().CopyTo(vector);
        }
    }
}
