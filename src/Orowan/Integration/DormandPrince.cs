using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Integration;

/// <summary>
/// One step at a time of the explicit Runge-Kutta method of order 8 of Dormand and Prince, with an error estimate and a dense output of
/// order 7. Knows no particle, no time and no step-size rule.
/// </summary>
public sealed class DormandPrince : IStepper
{
    private readonly NestedDenseStep dense = new();
    private IFlow flow;
    private int dimension;
    private double[] stages = [];
    private double[] argument = [];
    private double[] allowed = [];
    private double[] errorOfOrder5 = [];
    private double[] errorOfOrder3 = [];
    private double[] state = [];
    private double[] proposal = [];
    private double step;

    /// <summary>Starts at <paramref name="initial"/> (length <see cref="IFlow.Dimension"/>), which is copied.</summary>
    /// <exception cref="ArgumentException">The initial state is outside the flow's domain.</exception>
    public DormandPrince(IFlow flow, ReadOnlySpan<double> initial)
    {
        this.flow = flow;
        Restart(flow, initial);
    }

    /// <summary>Starts again, with a flow of any dimension, in the room that is there already; <see cref="Evaluations"/> are counted anew.</summary>
    /// <exception cref="ArgumentException">The initial state is outside the flow's domain.</exception>
    public void Restart(IFlow next, ReadOnlySpan<double> initial)
    {
        flow = next;
        dimension = flow.Dimension;
        if (argument.Length < dimension)
        {
            stages = new double[DormandPrinceTableau.AllStages * dimension];
            argument = new double[dimension];
            allowed = new double[dimension];
            errorOfOrder5 = new double[dimension];
            errorOfOrder3 = new double[dimension];
            state = new double[dimension];
            proposal = new double[dimension];
        }
        initial.CopyTo(state);
        if (!flow.TryRate(state.AsSpan(0, dimension), Stage(0)))
        {
            throw new ArgumentException("The initial state is outside the domain of the flow.", nameof(initial));
        }
        Evaluations = 1;
    }

    /// <inheritdoc/>
    public int ErrorOrder => 8;

    /// <inheritdoc/>
    public long Evaluations { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => state.AsSpan(0, dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> Rate => Stage(0);

    /// <inheritdoc/>
    public ReadOnlySpan<double> Proposal => proposal.AsSpan(0, dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> ProposalRate => Stage(DormandPrinceTableau.StepStages - 1);

    /// <inheritdoc/>
    public double Attempt(double length)
    {
        step = length;
        for (var s = 1; s < DormandPrinceTableau.StepStages; s++)
        {
            var target = (s == DormandPrinceTableau.StepStages - 1 ? proposal : argument).AsSpan(0, dimension);
            Advance(DormandPrinceTableau.Arguments[s], target);
            Evaluations++;
            if (!flow.TryRate(target, Stage(s))) return double.PositiveInfinity;
        }
        return EstimateError();
    }

    /// <inheritdoc/>
    public void Accept()
    {
        (state, proposal) = (proposal, state);
        Stage(DormandPrinceTableau.StepStages - 1).CopyTo(Stage(0));
    }

    /// <inheritdoc/>
    public DenseStep? Interpolate()
    {
        for (var s = DormandPrinceTableau.StepStages; s < DormandPrinceTableau.AllStages; s++)
        {
            var target = argument.AsSpan(0, dimension);
            Advance(DormandPrinceTableau.Arguments[s], target);
            Evaluations++;
            if (!flow.TryRate(target, Stage(s))) return null;
        }
        var coefficients = dense.Room(dimension);
        var atStart = Stage(0);
        var atEnd = Stage(DormandPrinceTableau.StepStages - 1);
        for (var i = 0; i < dimension; i++)
        {
            var change = proposal[i] - state[i];
            coefficients[i] = state[i];
            coefficients[dimension + i] = change;
            coefficients[(2 * dimension) + i] = (step * atStart[i]) - change;
            coefficients[(3 * dimension) + i] = (2 * change) - (step * (atEnd[i] + atStart[i]));
        }
        for (var k = 0; k < 4; k++)
        {
            var row = coefficients.Slice((4 + k) * dimension, dimension);
            Combine(DormandPrinceTableau.Dense[k], row);
            WideLoops.Scale(row, step);
        }
        return dense;
    }

    private Span<double> Stage(int s) => stages.AsSpan(s * dimension, dimension);

    private void Advance(DormandPrinceTableau.Combination combination, Span<double> target)
    {
        Combine(combination, target);
        WideLoops.MultiplyAndAdd(target, step, State);
    }

    /// <summary>The weighted sum of stages, eight unknowns at a time, so that sums stay in registers.</summary>
    private void Combine(DormandPrinceTableau.Combination combination, Span<double> target)
    {
        ReadOnlySpan<int> rows = combination.Stages;
        ReadOnlySpan<double> weights = combination.Weights;
        ref var all = ref MemoryMarshal.GetArrayDataReference(stages);
        ref var into = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i + Vector512<double>.Count <= target.Length; i += Vector512<double>.Count)
        {
            var sum = Vector512<double>.Zero;
            for (var k = 0; k < rows.Length; k++) sum += weights[k] * Vector512.LoadUnsafe(ref all, (nuint)((rows[k] * dimension) + i));
            sum.StoreUnsafe(ref into, (nuint)i);
        }
        for (; i < target.Length; i++)
        {
            double sum = 0;
            for (var k = 0; k < rows.Length; k++) sum += weights[k] * stages[(rows[k] * dimension) + i];
            target[i] = sum;
        }
    }

    /// <summary>
    /// The estimate of Hairer and Wanner: the error of order 5 damped where it is much smaller than the one of order 3, so that it
    /// behaves like h^8 and stays positive; in the maximum norm, so that it does not depend on the number of particles.
    /// </summary>
    private double EstimateError()
    {
        Combine(DormandPrinceTableau.ErrorOfOrder5, errorOfOrder5.AsSpan(0, dimension));
        Combine(DormandPrinceTableau.ErrorOfOrder3, errorOfOrder3.AsSpan(0, dimension));
        flow.AllowedErrors(Proposal, ProposalRate, step, allowed.AsSpan(0, dimension));
        var unit = allowed.AsSpan(0, dimension);
        var fifth = WideLoops.Largest(errorOfOrder5.AsSpan(0, dimension), unit);
        var third = WideLoops.Largest(errorOfOrder3.AsSpan(0, dimension), unit);
        if (double.IsNaN(fifth) || double.IsNaN(third)) return double.PositiveInfinity;
        // Divided first: the squares of two large ratios overflow, and infinity over infinity would pass as no error.
        return fifth == 0 ? 0 : step * fifth / double.Hypot(1, 0.1 * (third / fifth));
    }
}
