namespace Orowan.Integration;

/// <summary>
/// One step at a time of the backward differentiation formulas of orders 1 to 5 on points of any distances, for flows that solve their
/// linear systems themselves: hardly more than one evaluation of the rate for a step of any stiffness.
/// C. W. Gear, Numerical Initial Value Problems in Ordinary Differential Equations, 1971, chapter 11.
/// </summary>
/// <remarks>
/// A multistep method starts with a past. The first step is one of Dormand and Prince, and its dense output supplies points of the past, so
/// that the formulas begin at their highest order. Points keep their own times: a change of step changes no past value, and since the flow
/// factors nothing dear, gamma may be another one in each step.
/// </remarks>
public sealed class BackwardDifferences : IStepper
{
    private const int HighestOrder = 5;

    /// <summary>The points of the highest order, and one more for an estimate after the step before.</summary>
    private const int Points = HighestOrder + 2;

    /// <summary>The error that the iteration may leave, as a share of the error allowed.</summary>
    private const double Left = 0.05;

    /// <summary>
    /// Errors of consecutive steps point the same way and add up, where explicit steps that stability holds down have far smaller ones; the
    /// estimated error is taken so many times larger.
    /// </summary>
    private const double Systematic = 8;

    private const int MostIterations = 4;

    /// <summary>A correction above this share of the one before it means that the linearisation is too old.</summary>
    private const double Slow = 0.2;

    /// <summary>What is kept of the contraction where it is not measured anew.</summary>
    private const double Forgotten = 0.3;

    /// <summary>Steps after which the flow is linearised anyway.</summary>
    private const int LinearisedFor = 10;

    /// <summary>
    /// Steps between two comparisons of orders, unless steps are much too short for their error, and how much longer a step must become for
    /// another one.
    /// </summary>
    private const int OrderKeptFor = 3;

    private const double WorthAnotherOrder = 1.1;

    /// <summary>
    /// The first step times the fastest rate: a longer one leaves its error in the fast modes of the past, which predictions amplify.
    /// </summary>
    private const double FirstReach = 0.5;

    private const double Safety = 0.85;

    private const double LargestShrink = 0.3;

    /// <summary>
    /// The largest ratio of a step to the one before it, by orders: about what keeps the formulas stable when every step grows by it.
    /// M. Calvo, T. Grande, R. D. Grigorieff, Numer. Math. 57 (1990) 39.
    /// </summary>
    private static readonly double[] LargestGrowth = [1, 2, 1.9, 1.5, 1.25, 1.12];

    private readonly INewtonFlow flow;
    private readonly DormandPrince first;
    private readonly BackwardFormula formula = new(Points);
    private readonly BackwardFormula other = new(Points);
    private readonly double[][] past;
    private readonly double[] ago = new double[Points];
    private readonly double[] allowed;
    private readonly double[] predicted;
    private readonly double[] predictedRate;
    private readonly double[] rateThere;
    private readonly double[] moved;
    private readonly double[] correction;
    private readonly double[] proposalRate;
    private readonly double[] rate;
    private double[] proposal;
    private bool started;
    private int order = HighestOrder;
    private int nextOrder = HighestOrder;
    private int sinceCompared;
    private int sinceLinearised = LinearisedFor;
    private double contraction = 1;
    private double step;
    private long evaluations;

    /// <summary>Starts at <paramref name="initial"/> (length <see cref="IFlow.Dimension"/>), which is copied.</summary>
    /// <exception cref="ArgumentException">The initial state is outside the flow's domain.</exception>
    public BackwardDifferences(INewtonFlow flow, ReadOnlySpan<double> initial)
    {
        this.flow = flow;
        first = new DormandPrince(flow, initial);
        past = [.. Enumerable.Range(0, Points).Select(_ => new double[flow.Dimension])];
        initial.CopyTo(past[0]);
        allowed = new double[flow.Dimension];
        predicted = new double[flow.Dimension];
        predictedRate = new double[flow.Dimension];
        rateThere = new double[flow.Dimension];
        moved = new double[flow.Dimension];
        correction = new double[flow.Dimension];
        proposal = new double[flow.Dimension];
        proposalRate = new double[flow.Dimension];
        rate = first.Rate.ToArray();
        flow.Linearise(initial, rate);
    }

    /// <inheritdoc/>
    public int ErrorOrder => started ? order + 1 : first.ErrorOrder;

    /// <inheritdoc/>
    public long Evaluations => evaluations + first.Evaluations;

    /// <summary>The order of the next step; the first one is explicit, of order 8.</summary>
    public int Order => started ? order : first.ErrorOrder;

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => past[0];

    /// <inheritdoc/>
    public ReadOnlySpan<double> Rate => rate;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Proposal => started ? proposal : first.Proposal;

    /// <inheritdoc/>
    public ReadOnlySpan<double> ProposalRate => started ? proposalRate : first.ProposalRate;

    /// <inheritdoc/>
    public double Attempt(double length)
    {
        step = length;
        if (!started) return AttemptFirst(length);
        formula.Take(order, length, ago);
        Combine(formula.Weights, predicted);
        WideLoops.AddMultiple(predicted, 1, past[0]);
        Combine(formula.Slopes, predictedRate);
        if (!TrySolve()) return double.PositiveInfinity;
        predictedRate.CopyTo(proposalRate, 0);
        WideLoops.AddMultiple(proposalRate, 1 / formula.Gamma, moved);
        var error = Systematic * formula.ErrorShare * WideLoops.Largest(moved, allowed);
        return double.IsNaN(error) ? double.PositiveInfinity : error;
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Also chooses the order of that step: of this order and its neighbours the one whose error would allow the longest step, had this step
    /// been taken with it.
    /// </remarks>
    public double LengthAfter(double length, double error)
    {
        if (!started) return length / HighestOrder;
        var best = StepLength.Suggested(error, order + 1);
        nextOrder = order;
        if (++sinceCompared >= OrderKeptFor || best > LargestGrowth[1])
        {
            sinceCompared = 0;
            best = Compared(order - 1, best);
            best = Compared(order + 1, best);
        }
        return length * Math.Clamp(Safety * best, LargestShrink, LargestGrowth[nextOrder]);
    }

    /// <inheritdoc/>
    public void Accept()
    {
        if (!started)
        {
            TakeFirst();
            return;
        }
        var oldest = past[^1];
        for (var j = Points - 1; j > 0; j--) (past[j], ago[j]) = (past[j - 1], ago[j - 1] + step);
        (past[0], proposal) = (proposal, oldest);
        proposalRate.CopyTo(rate, 0);
        order = nextOrder;
    }

    /// <inheritdoc/>
    public DenseStep? Interpolate() =>
        started ? PastPolynomial.Through(proposal, step, past, ago, order) : first.Interpolate();

    /// <summary>A step too long for the fast modes is refused, with an error that asks for one that is not.</summary>
    private double AttemptFirst(double length)
    {
        var reach = length * flow.FastestRate / FirstReach;
        return reach > 1 ? Math.Pow(reach, first.ErrorOrder) : first.Attempt(length);
    }

    /// <summary>Ends the first step, with points of its dense output for the past; where that has none the next step is explicit too.</summary>
    private void TakeFirst()
    {
        if (first.Interpolate() is { } dense)
        {
            for (var j = 1; j < Points; j++)
            {
                ago[j] = step * j / (Points - 1);
                dense.At(1 - ((double)j / (Points - 1)), past[j]);
            }
            started = true;
        }
        first.Proposal.CopyTo(past[0]);
        first.ProposalRate.CopyTo(rate);
        first.Accept();
    }

    /// <summary>Sum over j > 0 of weight_j (Y_j - Y_0): of values without Y_0, of slopes the slope, as their weights add to 0.</summary>
    private void Combine(ReadOnlySpan<double> weights, double[] target)
    {
        target.AsSpan().Clear();
        double sum = 0;
        for (var j = 1; j < weights.Length; j++)
        {
            WideLoops.AddMultiple(target, weights[j], past[j]);
            sum += weights[j];
        }
        WideLoops.AddMultiple(target, -sum, past[0]);
    }

    /// <summary>Solves y - P = gamma (f(y) - P') for y = <see cref="proposal"/> by simplified Newton iteration from the prediction P.</summary>
    private bool TrySolve()
    {
        flow.AllowedErrors(predicted, predictedRate, step, allowed);
        moved.AsSpan().Clear();
        predicted.CopyTo(proposal, 0);
        double before = 0;
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            evaluations++;
            if (!flow.TryRate(proposal, rateThere)) return false;
            if (iteration == 0 && (++sinceLinearised > LinearisedFor || contraction > Slow))
            {
                flow.Linearise(proposal, rateThere);
                sinceLinearised = 0;
            }
            Residual(rateThere, correction);
            flow.Solve(formula.Gamma, allowed, correction);
            WideLoops.AddMultiple(moved, 1, correction);
            predicted.CopyTo(proposal, 0);
            WideLoops.AddMultiple(proposal, 1, moved);
            var size = WideLoops.Largest(correction, allowed);
            if (iteration > 0) contraction = Math.Max(Forgotten * contraction, size / before);
            if (!(contraction < 2)) break;
            if (size * Math.Min(1, contraction) <= Left) return true;
            before = size;
        }
        contraction = 1;
        return false;
    }

    /// <summary>gamma (f - P') - (y - P).</summary>
    private void Residual(double[] atEnd, double[] target)
    {
        atEnd.CopyTo(target, 0);
        WideLoops.AddMultiple(target, -1, predictedRate);
        WideLoops.Scale(target, formula.Gamma);
        WideLoops.AddMultiple(target, -1, moved);
    }

    /// <summary>The ratio of steps that order q suggests where it is better than <paramref name="best"/>; takes that order then.</summary>
    private double Compared(int q, double best)
    {
        if (q is < 1 or > HighestOrder) return best;
        other.Take(q, step, ago);
        Combine(other.Weights, correction);
        WideLoops.AddMultiple(correction, 1, past[0]);
        WideLoops.AddMultiple(correction, -1, proposal);
        var ratio = StepLength.Suggested(Systematic * other.ErrorShare * WideLoops.Largest(correction, allowed), q + 1);
        if (!(ratio > WorthAnotherOrder * best)) return best;
        nextOrder = q;
        return ratio;
    }
}
