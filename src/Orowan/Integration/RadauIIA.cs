namespace Orowan.Integration;

/// <summary>
/// One step at a time of the Radau IIA collocation method with s stages: implicit, of order 2s - 1, damping without bound. The estimated
/// error and the dense output, the collocation polynomial, are of order s, so that a step's end is better than both say.
/// E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, 2nd ed., sections IV.5 and IV.8.
/// </summary>
/// <remarks>
/// The unknowns of the iteration are the increments of the stages, and its residual h A f(y + Z) - Z is taken as it stands, so that the
/// linear algebra decides how fast it converges and not how accurate it gets: that is limited by the rounding of the rate alone.
/// </remarks>
public sealed class RadauIIA : IStepper
{
    /// <summary>The error that the iteration may leave in a stage, as a share of the error allowed...</summary>
    private const double StageShare = 0.01;

    /// <summary>...and at most, where rounding stops it from getting better.</summary>
    private const double StagnationShare = 0.1;

    /// <summary>A correction above this share of the one before it is not converging but rounding, or diverging.</summary>
    private const double Stagnation = 0.5;

    private const int MostIterations = 15;

    /// <summary>A Jacobian with which an iteration contracted at least by this serves the next step too.</summary>
    private const double FastContraction = 0.003;

    private readonly IStiffFlow flow;
    private readonly RadauTableau tableau;
    private readonly IStageEquations equations;
    private readonly StageCoupling coupling;
    private readonly int dimension;
    private readonly double[][] rates;
    private readonly double[][] residuals;
    private readonly double[] argument;
    private readonly double[] filtered;
    private double[][] increments;
    private double[][] lastIncrements;
    private double[] state;
    private double[] rate;
    private double[] proposal;
    private double[] proposalRate;
    private double[] allowedAtStart;
    private double[] allowedAtEnd;
    private double step;
    private long evaluations;
    private double lastStep = double.NaN;
    private double contraction = double.PositiveInfinity;
    private bool jacobianIsCurrent;

    /// <summary>Starts at <paramref name="initial"/> (length <see cref="IFlow.Dimension"/>), which is copied.</summary>
    /// <param name="stages">s: 3, 5 or 7.</param>
    /// <exception cref="ArgumentException">The initial state is outside the flow's domain.</exception>
    public RadauIIA(IStiffFlow flow, ReadOnlySpan<double> initial, int stages = 7)
    {
        this.flow = flow;
        tableau = RadauTableau.Of(stages);
        dimension = flow.Dimension;
        equations = flow is IBlockFlow { UsesBlocks: true } blocked ? new BlockStageEquations(tableau, blocked) : new StageEquations(tableau, dimension);
        coupling = new StageCoupling(flow, stages);
        rates = Rows();
        residuals = Rows();
        increments = Rows();
        lastIncrements = Rows();
        argument = new double[dimension];
        filtered = new double[dimension];
        state = initial.ToArray();
        rate = new double[dimension];
        proposal = new double[dimension];
        proposalRate = new double[dimension];
        allowedAtStart = new double[dimension];
        allowedAtEnd = new double[dimension];
        if (!TryRate(state, rate)) throw new ArgumentException("The initial state is outside the domain of the flow.", nameof(initial));
        flow.AllowedErrors(state, rate, 0, allowedAtStart);
    }

    /// <inheritdoc/>
    public int ErrorOrder => tableau.Stages + 1;

    /// <inheritdoc/>
    public long Evaluations => evaluations + coupling.Evaluations;

    /// <summary>Number of Jacobians so far.</summary>
    public long Jacobians { get; private set; }

    /// <summary>Number of factorisations so far, each of all systems of one step.</summary>
    public long Factorisations { get; private set; }

    /// <inheritdoc/>
    public ReadOnlySpan<double> State => state;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Rate => rate;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Proposal => proposal;

    /// <inheritdoc/>
    public ReadOnlySpan<double> ProposalRate => proposalRate;

    /// <inheritdoc/>
    public double Attempt(double length)
    {
        step = length;
        var solved = contraction <= FastContraction && TryPrepare() && TrySolve(predicted: true);
        if (!solved && !jacobianIsCurrent)
        {
            Linearise();
            solved = TryPrepare() && TrySolve(predicted: true);
        }
        if (!solved && !(TryPrepare() && TrySolve(predicted: false))) return double.PositiveInfinity;
        for (var i = 0; i < dimension; i++) proposal[i] = state[i] + increments[^1][i];
        if (!TryRate(proposal, proposalRate)) return double.PositiveInfinity;
        flow.AllowedErrors(proposal, proposalRate, step, allowedAtEnd);
        var error = EstimateError(rate);
        return error > 1 ? EstimateAgain(error) : error;
    }

    /// <inheritdoc/>
    public void Accept()
    {
        (state, proposal) = (proposal, state);
        (rate, proposalRate) = (proposalRate, rate);
        (increments, lastIncrements) = (lastIncrements, increments);
        (allowedAtStart, allowedAtEnd) = (allowedAtEnd, allowedAtStart);
        lastStep = step;
        jacobianIsCurrent = false;
    }

    /// <inheritdoc/>
    public DenseStep? Interpolate()
    {
        var control = new double[tableau.Stages + 1][];
        for (var k = 0; k < control.Length; k++)
        {
            control[k] = new double[dimension];
            for (var j = 0; j < tableau.Stages; j++) ScaledSum.AddTo(control[k], tableau.Control[k, j], increments[j]);
        }
        return new CollocationStep((double[])state.Clone(), control);
    }

    private double[][] Rows() => [.. Enumerable.Range(0, tableau.Stages).Select(_ => new double[dimension])];

    private bool TryRate(ReadOnlySpan<double> y, Span<double> into)
    {
        evaluations++;
        return flow.TryRate(y, into);
    }

    private void Linearise()
    {
        equations.Linearise(flow, state);
        Jacobians++;
        jacobianIsCurrent = true;
    }

    private bool TryPrepare()
    {
        if (equations.FactoredStep == step) return true;
        Factorisations++;
        return equations.TryFactor(step);
    }

    /// <summary>The simplified Newton iteration; false when a stage leaves the domain or the iteration stops above the share allowed.</summary>
    private bool TrySolve(bool predicted)
    {
        Predict(predicted);
        coupling.Begin();
        var before = double.PositiveInfinity;
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            if (!TryResiduals()) return false;
            equations.Solve(residuals);
            var size = Correct();
            if (!double.IsFinite(size)) return false;
            coupling.Move(size, step);
            var ratio = size / before;
            var converged = size <= StageShare;
            if (!converged && ratio >= Stagnation)
            {
                if (!(size <= StagnationShare)) return false;
                converged = true;
            }
            else if (!converged && double.IsFinite(before))
            {
                contraction = ratio;
                converged = ratio * size <= (1 - ratio) * StageShare;
            }
            if (converged && coupling.Suffices(step, StageShare)) return true;
            before = converged ? double.PositiveInfinity : size;
        }
        return false;
    }

    /// <summary>The last step's polynomial continued; constant where there is none.</summary>
    private void Predict(bool continued)
    {
        foreach (var row in increments) row.AsSpan().Clear();
        if (!continued || double.IsNaN(lastStep)) return;
        for (var i = 0; i < increments.Length; i++)
        {
            var theta = 1 + (tableau.Nodes[i] * step / lastStep);
            for (var j = 0; j < increments.Length; j++) ScaledSum.AddTo(increments[i], tableau.Cardinal(j, theta), lastIncrements[j]);
            ScaledSum.AddTo(increments[i], -1, lastIncrements[^1]);
        }
    }

    private bool TryResiduals()
    {
        for (var i = 0; i < rates.Length; i++)
        {
            for (var k = 0; k < dimension; k++) argument[k] = state[k] + increments[i][k];
            if (!coupling.TryRate(i, argument, rates[i])) return false;
        }
        for (var i = 0; i < rates.Length; i++)
        {
            var residual = residuals[i];
            residual.AsSpan().Clear();
            for (var j = 0; j < rates.Length; j++) ScaledSum.AddTo(residual, step * tableau.Coefficients[i, j], rates[j]);
            ScaledSum.AddTo(residual, -1, increments[i]);
        }
        return true;
    }

    /// <summary>Adds the corrections to the increments and returns the largest as a multiple of the error allowed.</summary>
    private double Correct()
    {
        double largest = 0;
        for (var i = 0; i < increments.Length; i++)
        {
            ScaledSum.AddTo(increments[i], 1, residuals[i]);
            for (var k = 0; k < dimension; k++)
            {
                var size = Math.Abs(residuals[i][k]) / allowedAtStart[k];
                if (!(size <= largest)) largest = size;
            }
        }
        return largest;
    }

    /// <summary>
    /// h mu (f(y) - u'(0)), the defect of the collocation polynomial u at its start, is the difference to an embedded formula of order s;
    /// (I - h mu J)^-1 takes from it what a stiff component's rate adds to it.
    /// </summary>
    private double EstimateError(double[] rateAtStart)
    {
        for (var k = 0; k < dimension; k++) filtered[k] = step * rateAtStart[k];
        for (var j = 0; j < increments.Length; j++) ScaledSum.AddTo(filtered, -tableau.Stages * tableau.Control[1, j], increments[j]);
        for (var k = 0; k < dimension; k++) filtered[k] *= tableau.RealEigenvalue;
        equations.Filter(filtered);
        double largest = 0;
        for (var k = 0; k < dimension; k++)
        {
            var size = Math.Abs(filtered[k]) / allowedAtEnd[k];
            if (!(size <= largest)) largest = size;
        }
        return double.IsNaN(largest) ? double.PositiveInfinity : largest;
    }

    /// <summary>The second filter of Hairer and Wanner, (8.20): without it a fast transient is resolved that the method would damp.</summary>
    private double EstimateAgain(double error)
    {
        for (var k = 0; k < dimension; k++) argument[k] = state[k] + filtered[k];
        return TryRate(argument, residuals[0]) ? EstimateError(residuals[0]) : error;
    }
}
