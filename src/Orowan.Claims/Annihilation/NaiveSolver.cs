using Orowan.Formats;

namespace Orowan.Claims.Annihilation;

/// <summary>
/// The solver that one writes on an afternoon: classical Runge-Kutta with many small steps on the positions, contacts by bisection of a
/// step. Whole it passes every claim on small cases that are not stiff; with one of its rules broken it is a code with that fault, run
/// from start to end, and not a good trajectory spoiled afterwards.
/// </summary>
/// <param name="Rules">What it does, and where it may go wrong.</param>
internal sealed record NaiveSolver(NaiveRules Rules) : ISolver
{
    private const int StepsPerRow = 400;
    private const int Bisections = 60;

    /// <summary>The same rules but for <paramref name="change"/>, as a fault that ignores the solver it replaces.</summary>
    public static Func<ISolver, ISolver> With(Func<NaiveRules, NaiveRules> change) => _ => new NaiveSolver(change(new NaiveRules()));

    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run => (TRun)(Run)Solve((LineCase)(object)subject);

    private LineRun Solve(LineCase subject)
    {
        var (x, b) = (subject.X.ToArray(), subject.B.ToArray());
        var (rows, charges, collisions) = (new List<double[]>(), new List<int[]>(), new List<Collision>());
        double time = 0;
        foreach (var row in subject.Output)
        {
            var step = (row - time) / StepsPerRow;
            for (var k = 0; k < StepsPerRow && step > 0; k++) time = Advance(subject, ref x, b, time, step, collisions);
            time = row;
            rows.Add((double[])x.Clone());
            charges.Add((int[])b.Clone());
        }
        return new LineRun(subject.Output, [.. rows], [.. charges])
        {
            Collisions = Rules.StatesCollisions ? [.. collisions] : null,
            Uncertainty = 1e-9,
            Solver = "naive",
        };
    }

    /// <summary>One step, cut at every contact inside it.</summary>
    private double Advance(LineCase subject, ref double[] x, int[] b, double time, double step, List<Collision> collisions)
    {
        var left = step;
        while (true)
        {
            var end = Step(subject, x, b, left);
            if (FirstPair(end, b) is not { } first)
            {
                x = end;
                return time + left;
            }
            var at = Rules.AtStepEnd ? left : Contact(subject, x, b, left);
            x = Step(subject, x, b, at);
            var pairs = Pairs(x, b, first);
            time += at;
            left -= at;
            Annihilate(x, b, pairs, time, collisions);
        }
    }

    private double Contact(LineCase subject, double[] x, int[] b, double step)
    {
        var (open, met) = (0.0, step);
        for (var k = 0; k < Bisections; k++)
        {
            var middle = 0.5 * (open + met);
            if (FirstPair(Step(subject, x, b, middle), b) is null) open = middle;
            else met = middle;
        }
        return met;
    }

    /// <summary>The first pair of alive neighbours that the rule regards as met; null when there is none.</summary>
    private (int I, int J)? FirstPair(double[] x, int[] b)
    {
        var alive = Alive(b);
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if ((b[i] != b[j] || Rules.LikeAnnihilate) && x[j] - x[i] <= Rules.MeetBelow) return (i, j);
        }
        return null;
    }

    /// <summary>All pairs met at this moment, or the one the rule takes instead.</summary>
    private List<(int I, int J)> Pairs(double[] x, int[] b, (int I, int J) first)
    {
        var pairs = new List<(int, int)> { first };
        var alive = Alive(b);
        if (Rules.WrongPartner)
        {
            var other = Array.FindLast(alive, j => b[j] == -b[first.I] && j != first.J);
            return other > 0 ? [(Math.Min(first.I, other), Math.Max(first.I, other))] : pairs;
        }
        for (var k = 0; k + 1 < alive.Length; k++)
        {
            var (i, j) = (alive[k], alive[k + 1]);
            if (b[i] == -b[j] && i > first.J && x[j] - x[i] <= Rules.MeetBelow + 1e-12) pairs.Add((i, j));
        }
        return pairs;
    }

    private void Annihilate(double[] x, int[] b, List<(int I, int J)> pairs, double time, List<Collision> collisions)
    {
        var places = new List<double>();
        foreach (var (i, j) in pairs)
        {
            var place = 0.5 * (x[i] + x[j]);
            if (Rules.GhostsMeet) x[i] = x[j] = place;
            b[i] = 0;
            if (!Rules.OneSided) b[j] = 0;
            places.Add(place);
        }
        if (collisions.Count > 0 && collisions[^1].Time >= time)
        {
            var last = collisions[^1];
            collisions[^1] = last with { Pairs = last.Pairs.AddRange(pairs), At = last.At.AddRange(places) };
            return;
        }
        collisions.Add(new Collision(time, [.. pairs], [.. places]));
    }

    private double[] Step(LineCase subject, double[] x, int[] b, double step)
    {
        var first = Velocity(subject, x, b);
        var second = Velocity(subject, Moved(x, first, step / 2), b);
        var third = Velocity(subject, Moved(x, second, step / 2), b);
        var fourth = Velocity(subject, Moved(x, third, step), b);
        return [.. x.Select((y, i) => y + (step / 6 * (first[i] + (2 * second[i]) + (2 * third[i]) + fourth[i])))];
    }

    private static double[] Moved(double[] x, double[] velocity, double step) => [.. x.Select((y, i) => y + (step * velocity[i]))];

    private double[] Velocity(LineCase subject, double[] x, int[] b)
    {
        var v = new double[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            if (b[i] == 0) v[i] = Rules.GhostDrift;
            else
            {
                for (var j = 0; j < x.Length; j++) v[i] += Force(subject, x[i] - x[j], b[i], Source(subject, b, j), i == j);
                v[i] /= Rules.Normalisation(x.Length);
            }
        }
        return v;
    }

    /// <summary>The charge with which particle j acts on others.</summary>
    private int Source(LineCase subject, int[] b, int j) => Rules.GhostsPush && b[j] == 0 ? subject.B[j] : b[j];

    private double Force(LineCase subject, double r, int own, int other, bool self)
    {
        if (other == 0) return 0;
        if (self) return Rules.SelfForce;
        if (Math.Abs(r) > Rules.CutOff) return 0;
        return own == other ? -Rules.LikeSign * subject.V.Slope(r) : -Rules.OppositeSign * subject.W.Slope(r);
    }

    private static int[] Alive(int[] b) => [.. Enumerable.Range(0, b.Length).Where(i => b[i] != 0)];
}

/// <summary>The rules of a <see cref="NaiveSolver"/>; the defaults are (1.2) of A.</summary>
internal sealed record NaiveRules
{
    /// <summary>Sign of V' as used.</summary>
    public double LikeSign { get; init; } = 1;

    /// <summary>Sign of W' as used.</summary>
    public double OppositeSign { get; init; } = 1;

    /// <summary>What the sum of forces is divided by.</summary>
    public Func<int, double> Normalisation { get; init; } = n => n;

    /// <summary>Distance beyond which forces are left out.</summary>
    public double CutOff { get; init; } = double.PositiveInfinity;

    /// <summary>Force of a particle on itself.</summary>
    public double SelfForce { get; init; }

    /// <summary>Whether the annihilated act with the charge they had.</summary>
    public bool GhostsPush { get; init; }

    /// <summary>Velocity of the annihilated.</summary>
    public double GhostDrift { get; init; }

    /// <summary>Gap at or below which a pair annihilates; 0 is contact, minus infinity never.</summary>
    public double MeetBelow { get; init; }

    /// <summary>Annihilates at the end of the step in which the contact is, instead of at the contact.</summary>
    public bool AtStepEnd { get; init; }

    /// <summary>Only the left member of a pair loses its charge.</summary>
    public bool OneSided { get; init; }

    /// <summary>Like neighbours annihilate too.</summary>
    public bool LikeAnnihilate { get; init; }

    /// <summary>The left member annihilates with the farthest opposite instead of the one it met.</summary>
    public bool WrongPartner { get; init; }

    /// <summary>Whether the annihilated are put at one place.</summary>
    public bool GhostsMeet { get; init; } = true;

    /// <summary>Whether the run lists its collisions.</summary>
    public bool StatesCollisions { get; init; } = true;
}
