using Orowan.Formats;
using Orowan.Integration;
using Orowan.Particles;

namespace Orowan.Flows;

/// <summary>A row of a trajectory on the torus.</summary>
internal sealed record TorusRow(double Time, double[] X, double[] D, double[] Drift, double Energy, double Dissipation);

/// <summary>A trajectory computed at one local tolerance.</summary>
/// <param name="EndTime">Where the flow stopped: the horizon, unless <paramref name="Ended"/> says why not.</param>
internal sealed record TorusPass(IReadOnlyList<TorusRow> Rows, long Steps, long Rejected, long Forces, double EndTime, string? Ended);

/// <summary>One integration of a case on the torus, from time 0 to its horizon.</summary>
internal sealed class TorusIntegration
{
    private const long MostSteps = 20_000_000;

    /// <summary>Steps between two looks at how dipoles couple.</summary>
    private const int Patience = 40;

    /// <summary>Above this contraction the blocks alone do not pay.</summary>
    private const double LargestContraction = 0.1;

    /// <summary>Rejections in a row after which the blocks are given up.</summary>
    private const int MostRejections = 8;

    private const double Smallest = 1e-300;

    private readonly TorusCase subject;
    private readonly TorusDynamics flow;
    private readonly double[] initial;
    private readonly int leastSteps;
    private readonly List<TorusRow> rows = [];
    private long looks;

    /// <param name="tolerance">Local error allowed per step, relative to the natural unit of each unknown.</param>
    /// <param name="perturbation">Relative change of the initial distances; 0 for the flow itself.</param>
    /// <param name="leastSteps">No step is longer than the horizon over this.</param>
    public TorusIntegration(TorusCase subject, double tolerance, double perturbation = 0, int leastSteps = 1)
    {
        this.subject = subject;
        this.leastSteps = leastSteps;
        var pairing = TorusPairing.Of(subject);
        flow = new TorusDynamics(subject, pairing, tolerance);
        initial = flow.Initial(perturbation);
        flow.UsesBlocks = pairing.Pairs.Length > 0
            && 2 * pairing.Pairs.Length == subject.Count
            && BlocksPay(initial, subject.T / leastSteps);
    }

    /// <summary>Runs to the horizon, or to where the flow ends.</summary>
    public TorusPass Run()
    {
        var choice = new MethodChoice();
        var method = flow.UsesBlocks ? new RadauIIA(flow, initial, Stages) : choice.Start(flow, initial);
        long steps = 0, rejected = 0, evaluations = 0;
        var (inARow, untilLook) = (0, Patience);
        var control = new PredictedStepLength();
        string? ended = null;
        double time = 0;
        Emit(0, method.State);
        var step = FirstStep(method);
        while (time < subject.T)
        {
            step = Math.Min(step, subject.T / leastSteps);
            if (subject.T - time <= step * (1 + 1e-12)) step = subject.T - time;
            var error = method.Attempt(step);
            var wanted = WantsRows(time, step);
            var dense = error <= 1 && wanted ? method.Interpolate() : null;
            if (!(error <= 1) || (wanted && dense is null))
            {
                rejected++;
                step = StepLength.AfterRejected(step, error, method.ErrorOrder);
                if (flow.UsesBlocks && ++inARow > MostRejections) ChangeMethod();
                if (step > 4e-16 * time && step > 1e-290) continue;
                ended = Contact(time, method.State);
                break;
            }
            steps++;
            inARow = 0;
            var last = time + step >= subject.T;
            if (dense is not null) EmitInside(dense, time, step);
            method.Accept();
            time = last ? subject.T : time + step;
            step = control.AfterAccepted(step, error, method.ErrorOrder);
            if (flow.UsesBlocks)
            {
                if (--untilLook <= 0)
                {
                    untilLook = Patience;
                    if (!BlocksPay(method.State, step)) ChangeMethod();
                }
            }
            else if (choice.Changes(flow, method, ref step, time, subject.T - time))
            {
                ChangeMethod();
            }
            if (steps + rejected <= MostSteps) continue;
            ended = $"more than {MostSteps} steps are needed beyond t = {time:R}";
            break;
        }
        if (ended is null) Emit(subject.T, method.State);
        return new(rows, steps, rejected, evaluations + method.Evaluations + choice.Evaluations + looks, time, ended);

        // The blocks are given up for good. Errors of another method say nothing of what comes after those of the last one.
        void ChangeMethod()
        {
            flow.UsesBlocks = false;
            evaluations += method.Evaluations;
            method = choice.Start(flow, method.State);
            control = new();
        }
    }

    /// <summary>Short dipoles relax in about as many steps of any order where few digits are wanted, and steps of few stages are cheaper.</summary>
    private int Stages => flow.Tolerance switch
    {
        >= 5e-4 => 3,
        >= 5e-7 => 5,
        _ => 7,
    };

    private bool BlocksPay(ReadOnlySpan<double> y, double step)
    {
        looks++;
        return flow.Contraction(y, step) <= LargestContraction;
    }

    /// <summary>The step within which nothing changes by more than a small share of what it is measured against.</summary>
    private double FirstStep(IStepper method)
    {
        var allowed = new double[flow.Dimension];
        flow.AllowedErrors(method.State, method.Rate, 0, allowed);
        double fastest = 0;
        for (var i = 0; i < allowed.Length - 1; i++) fastest = Math.Max(fastest, Math.Abs(method.Rate[i]) / allowed[i]);
        // A change of a ten-thousandth of the unit, where the error allowed is the tolerance times the unit.
        return Math.Min(0.01 * subject.T, 1e-4 / flow.Tolerance / Math.Max(fastest, Smallest));
    }

    /// <summary>Whether rows are wanted in the step, or at its end, before the horizon.</summary>
    private bool WantsRows(double time, double step) => Wanted(time, step).Any();

    private IEnumerable<double> Wanted(double time, double step) => subject.Output.Where(t => t > time && t <= time + step && t < subject.T);

    private void EmitInside(DenseStep dense, double time, double step)
    {
        var state = new double[flow.Dimension];
        foreach (var wanted in Wanted(time, step))
        {
            dense.At(Math.Min(1, (wanted - time) / step), state);
            Emit(wanted, state);
        }
    }

    /// <summary>Adds the row of time <paramref name="time"/> when it is wanted and not there yet.</summary>
    private void Emit(double time, ReadOnlySpan<double> y)
    {
        if (rows.Count > 0 && rows[^1].Time >= time) return;
        if (subject.Output.AsSpan().BinarySearch(time) < 0) return;
        rows.Add(new(time, flow.Positions(y), flow.HalfWidths(y), flow.Drifts(y), flow.Energy(y), y[^1]));
    }

    /// <summary>A step so short that time stands still: opposites that meet, V being singular or delta below what doubles resolve.</summary>
    private string Contact(double time, ReadOnlySpan<double> y)
    {
        var (i, j) = flow.ClosestOpposites(y);
        var core = subject.V.IsSingular ? "V is singular there" : "doubles do not resolve their motion within delta";
        return $"particles {i} and {j} meet at t = {time:R}, and {core}";
    }
}
