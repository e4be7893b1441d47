using System.Collections.Concurrent;
using System.Collections.Immutable;
using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>What an audit found out about one statement.</summary>
/// <param name="Counterexample">The finding on the ledger's counterexample; null when there is none.</param>
/// <param name="Shrunk">A violating case made as simple as possible; null when no generated case violates, or none should hold.</param>
internal sealed record FormFindings(Form Form, Tally Tally, Finding? Counterexample, ISubject? Shrunk);

/// <summary>The findings on generated cases, statement by statement, and what the runs of particles on the line did.</summary>
internal sealed record Collected(ImmutableArray<Tally> Tallies, RunShares Shares);

/// <summary>Judges every statement of a plan on every case of its families.</summary>
internal sealed class Auditor(AuditPlan plan, Session surroundings)
{
    private readonly Session session = surroundings.Under(plan);

    private readonly ImmutableArray<Form> forms = [.. plan.Entries.SelectMany(Form.Of)];

    /// <summary>The statements, in the ledger's order.</summary>
    public ImmutableArray<Form> Forms => forms;

    /// <summary>The findings on generated cases, statement by statement; the same whatever the number of jobs.</summary>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public Collected Collect(Shard shard, int jobs, Action judged)
    {
        var tallies = forms.ToDictionary(form => form, _ => new Tally());
        var shares = RunShares.None;
        // One draw at a time to each worker, because cases differ a thousandfold in cost; the order is restored on the way out.
        var findings = Partitioner.Create(Draws(shard), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
            .WithDegreeOfParallelism(jobs)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .WithCancellation(session.Cancellation)
            .Select(Judge);
        foreach (var (draw, found, run) in findings)
        {
            if (run is not null) shares = shares.With(run);
            foreach (var (form, finding) in found) tallies[form].Add(new Witness(draw, finding));
            judged();
        }
        return new([.. forms.Select(form => tallies[form])], shares);
    }

    /// <summary>
    /// What the findings on all generated cases amount to, with the counterexamples and the simplest violating cases; the same whatever the
    /// number of jobs. A broken solver violates claims by the dozen, and simpler cases cost as much as the audit then.
    /// </summary>
    /// <exception cref="OperationCanceledException">The session was cancelled.</exception>
    public ImmutableArray<FormFindings> Conclude(ImmutableArray<Tally> tallies, int jobs)
    {
        var violated = forms.Zip(tallies).Count(pair => IsToShrink(pair.First, pair.Second));
        // A process for each is dear.
        var attempts = Shrinking.AttemptsFor(violated) / (plan.Solver is null ? 1 : 10);
        if (violated > 0) session.Error.WriteLine($"orowan: making the cases of {violated} violated {(violated == 1 ? "claim" : "claims")} simpler");
        return
        [
            .. Partitioner.Create(forms.Zip(tallies), EnumerablePartitionerOptions.NoBuffering).AsParallel().AsOrdered()
                .WithDegreeOfParallelism(jobs)
                .WithCancellation(session.Cancellation)
                .Select(pair => Conclude(pair.First, pair.Second, attempts)),
        ];
    }

    /// <summary>The finding on draw <paramref name="number"/> again; null when there is no such draw for this statement.</summary>
    public Witness? WitnessOf(Form form, long number)
    {
        var draw = number < 0
            ? null
            : Draws(Shard.Whole).FirstOrDefault(draw => draw.Number == number && draw.Family.SubjectType == form.Claim.SubjectType);
        return draw is null
            ? null
            : new(draw, Judge(form.Claim, draw.Family.At(plan.Seed, draw.Index), new MemoisedSolver(session.Solver)));
    }

    /// <summary>The cases of all families that some statement is judged on, in their order.</summary>
    public IEnumerable<Draw> Draws(Shard shard) =>
        session.Families
            .Where(family => forms.Any(form => form.Claim.SubjectType == family.SubjectType))
            .SelectMany(family => Enumerable.Range(0, plan.Cases).Select(index => (family, index)))
            .Select((draw, number) => new Draw(draw.family, draw.index, number))
            .Where(draw => shard.Contains(draw.Index));

    private (Draw Draw, ImmutableArray<(Form Form, Finding Finding)> Found, LineRun? Run) Judge(Draw draw)
    {
        var subject = draw.Family.At(plan.Seed, draw.Index);
        var solver = new MemoisedSolver(session.Solver);
        var concerned = forms.Where(form => form.Claim.SubjectType == draw.Family.SubjectType);
        ImmutableArray<(Form, Finding)> found = [.. concerned.Select(form => (form, Judge(form.Claim, subject, solver)))];
        return (draw, found, subject is LineCase line ? solver.Made(line) : null);
    }

    private Finding Judge(IClaim claim, ISubject subject, ISolver solver)
    {
        session.Cancellation.ThrowIfCancellationRequested();
        return claim.Judge(subject, solver);
    }

    private static bool IsToShrink(Form form, Tally tally) => form.ShouldHold && tally is { Violated: > 0, Sharpest.From: not null };

    private FormFindings Conclude(Form form, Tally tally, int attempts)
    {
        if (form.ShouldHold)
            return new(form, tally, null, IsToShrink(form, tally) ? Shrink(form.Claim, tally.Sharpest!.From!, attempts) : null);
        if (form.Entry.Counterexample is not { } counterexample) return new(form, tally, null, null);
        var finding = Judge(form.Claim, counterexample, new MemoisedSolver(session.Solver));
        tally.Add(new Witness(null, finding));
        return new(form, tally, finding, null);
    }

    private ISubject Shrink(IClaim claim, Draw draw, int attempts) =>
        Shrinking.Simplest(
            draw.Family.At(plan.Seed, draw.Index),
            draw.Family.Simpler,
            attempts,
            subject => Judge(claim, subject, new MemoisedSolver(session.Solver)).Verdict == Verdict.Violated);
}
