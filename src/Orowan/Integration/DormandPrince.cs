using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Orowan.Integration;

/// <summary>
/// One step at a time of an explicit Runge-Kutta method of Dormand and Prince, of order 8 with a dense output of order 7 unless another
/// pair is given, with an error estimate. Knows no particle, no time and no step-size rule.
/// </summary>
public sealed class DormandPrince : IStepper
{
    private readonly NestedDenseStep dense = new();
    private readonly RungeKuttaPair pair;
    private IFlow flow;
    private int dimension;
    private int stride;
    private double[] stages = [];
    private double[] argument = [];
    private double[] allowed = [];
    private double[] error = [];
    private double[] state = [];
    private double[] proposal = [];
    private double[] zero = [];
    private double step;

    /// <summary>Starts at <paramref name="initial"/> (length <see cref="IFlow.Dimension"/>), which is copied.</summary>
    /// <exception cref="ArgumentException">The initial state is outside the flow's domain.</exception>
    public DormandPrince(IFlow flow, ReadOnlySpan<double> initial)
        : this(flow, initial, DormandPrinceOfOrder8.Pair)
    {
    }

    internal DormandPrince(IFlow flow, ReadOnlySpan<double> initial, RungeKuttaPair pair)
    {
        this.pair = pair;
        this.flow = flow;
        Restart(flow, initial);
    }

    /// <summary>Starts again, with a flow of any dimension, in the room that is there already; <see cref="Evaluations"/> are counted anew.</summary>
    /// <exception cref="ArgumentException">The initial state is outside the flow's domain.</exception>
    public void Restart(IFlow next, ReadOnlySpan<double> initial)
    {
        flow = next;
        dimension = flow.Dimension;
        stride = Vector512<double>.Count * ((dimension + Vector512<double>.Count - 1) / Vector512<double>.Count);
        if (argument.Length < stride)
        {
            (argument, allowed, error, state, proposal, zero) =
                (new double[stride], new double[stride], new double[stride], new double[stride], new double[stride], new double[stride]);
            stages = new double[pair.Arguments.Length * stride];
        }
        state.AsSpan(dimension).Clear();
        for (var s = 0; s < pair.Arguments.Length; s++) stages.AsSpan((s * stride) + dimension, stride - dimension).Clear();
        initial.CopyTo(state);
        if (!flow.TryRate(state.AsSpan(0, dimension), Stage(0)))
        {
            throw new ArgumentException("The initial state is outside the domain of the flow.", nameof(initial));
        }
        Evaluations = 1;
    }

    /// <inheritdoc/>
    public int ErrorOrder => pair.ErrorOrder;

    /// <inheritdoc/>
    public long Evaluations { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => state.AsSpan(0, dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> Rate => Stage(0);

    /// <inheritdoc/>
    public ReadOnlySpan<double> Proposal => proposal.AsSpan(0, dimension);

    /// <inheritdoc/>
    public ReadOnlySpan<double> ProposalRate => Stage(pair.StepStages - 1);

    /// <inheritdoc/>
    public double Attempt(double length)
    {
        step = length;
        for (var s = 1; s < pair.StepStages; s++)
        {
            var target = s == pair.StepStages - 1 ? proposal : argument;
            Combine(pair.Arguments[s], step, state, target);
            Evaluations++;
            if (!flow.TryRate(target.AsSpan(0, dimension), Stage(s))) return double.PositiveInfinity;
        }
        return EstimateError();
    }

    /// <inheritdoc/>
    public void Accept()
    {
        (state, proposal) = (proposal, state);
        Stage(pair.StepStages - 1).CopyTo(Stage(0));
    }

    /// <inheritdoc/>
    public DenseStep? Interpolate()
    {
        for (var s = pair.StepStages; s < pair.Arguments.Length; s++)
        {
            Combine(pair.Arguments[s], step, state, argument);
            Evaluations++;
            if (!flow.TryRate(argument.AsSpan(0, dimension), Stage(s))) return null;
        }
        var coefficients = dense.Room(stride, 4 + pair.Dense.Length);
        var atStart = stages.AsSpan(0, stride);
        var atEnd = stages.AsSpan((pair.StepStages - 1) * stride, stride);
        for (var i = 0; i < stride; i += Vector512<double>.Count)
        {
            var before = Vector512.Create<double>(state.AsSpan(i));
            var first = Vector512.Create<double>(atStart[i..]);
            var last = Vector512.Create<double>(atEnd[i..]);
            var change = Vector512.Create<double>(proposal.AsSpan(i)) - before;
            before.CopyTo(coefficients[i..]);
            change.CopyTo(coefficients[(stride + i)..]);
            ((step * first) - change).CopyTo(coefficients[((2 * stride) + i)..]);
            ((2 * change) - (step * (last + first))).CopyTo(coefficients[((3 * stride) + i)..]);
        }
        for (var k = 0; k < pair.Dense.Length; k++) Combine(pair.Dense[k], step, zero, coefficients.Slice((4 + k) * stride, stride));
        return dense;
    }

    private Span<double> Stage(int s) => stages.AsSpan(s * stride, dimension);

    /// <summary>
    /// target = start + factor * (weighted sum of stages), two vectors at a time, so that sums stay in registers and weights are loaded
    /// once for both. Whole vectors throughout: rows are padded with zeros.
    /// </summary>
    private void Combine(RungeKuttaPair.Combination combination, double factor, ReadOnlySpan<double> start, Span<double> target)
    {
        ref var all = ref MemoryMarshal.GetArrayDataReference(stages);
        ref var from = ref MemoryMarshal.GetReference(start);
        ref var into = ref MemoryMarshal.GetReference(target);
        ref var row = ref MemoryMarshal.GetArrayDataReference(combination.Stages);
        ref var weight = ref MemoryMarshal.GetArrayDataReference(combination.Weights);
        var terms = combination.Weights.Length;
        var wide = Vector512.Create(factor);
        nuint i = 0;
        for (; i + 16 <= (nuint)stride; i += 16)
        {
            Vector512<double> low = default, high = default;
            for (var k = 0; k < terms; k++)
            {
                ref var stage = ref Unsafe.Add(ref all, (nuint)Unsafe.Add(ref row, k) * (nuint)stride);
                var by = Vector512.Create(Unsafe.Add(ref weight, k));
                low = Vector512.FusedMultiplyAdd(by, Vector512.LoadUnsafe(ref stage, i), low);
                high = Vector512.FusedMultiplyAdd(by, Vector512.LoadUnsafe(ref stage, i + 8), high);
            }
            Vector512.FusedMultiplyAdd(wide, low, Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref into, i);
            Vector512.FusedMultiplyAdd(wide, high, Vector512.LoadUnsafe(ref from, i + 8)).StoreUnsafe(ref into, i + 8);
        }
        if (i == (nuint)stride) return;
        Vector512<double> last = default;
        for (var k = 0; k < terms; k++)
        {
            ref var stage = ref Unsafe.Add(ref all, (nuint)Unsafe.Add(ref row, k) * (nuint)stride);
            last = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref weight, k)), Vector512.LoadUnsafe(ref stage, i), last);
        }
        Vector512.FusedMultiplyAdd(wide, last, Vector512.LoadUnsafe(ref from, i)).StoreUnsafe(ref into, i);
    }

    /// <summary>
    /// The difference to the embedded solution, in the maximum norm, so that it does not depend on the number of particles. Of order 8 it is
    /// the estimate of Hairer and Wanner: the error of order 5 damped where it is much smaller than the one of order 3, so that it behaves
    /// like h^8 and stays positive.
    /// </summary>
    private double EstimateError()
    {
        flow.AllowedErrors(Proposal, ProposalRate, step, allowed.AsSpan(0, dimension));
        var unit = allowed.AsSpan(0, dimension);
        var difference = error.AsSpan(0, dimension);
        Combine(pair.Error, step, zero, error);
        var largest = WideLoops.Largest(difference, unit);
        double damping = 0;
        if (pair.Damping is { } lower)
        {
            Combine(lower, step, zero, error);
            damping = WideLoops.Largest(difference, unit);
        }
        if (double.IsNaN(largest) || double.IsNaN(damping)) return double.PositiveInfinity;
        // Divided first: the squares of two large ratios overflow, and infinity over infinity would pass as no error.
        return largest == 0 ? 0 : largest / double.Hypot(1, 0.1 * (damping / largest));
    }
}
