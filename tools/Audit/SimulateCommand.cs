using System.CommandLine;
using System.Text;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Audit;

/// <summary><c>orowan simulate</c>: the reference solution of a case.</summary>
internal static class SimulateCommand
{
    public static Command Build(Session session)
    {
        var file = new Argument<string>("CASE") { Description = "A case." };
        var trajectory = Arguments.Name("--out", "FILE", "Where the trajectory goes; without it to the standard output.");
        var picture = Arguments.Name("--plot", "FILE", "Where a picture of the trajectories goes (SVG).");
        var command = new Command("simulate", "Solves a case and prints its trajectory as JSON.") { file, trajectory, picture };
        command.SetAction(parsed => Run(session, parsed.GetRequiredValue(file), parsed.GetValue(trajectory), parsed.GetValue(picture)));
        return command;
    }

    private static int Run(Session session, string file, string? trajectory, string? picture)
    {
        if (trajectory is not null
            && picture is not null
            && string.Equals(Path.GetFullPath(trajectory), Path.GetFullPath(picture), StringComparison.Ordinal))
            throw new InputException($"{trajectory}: expected two files for --out and --plot, found one");
        var solution = CaseFile.Read(file) switch
        {
            LineCase line => Solve(session, file, line),
            TorusCase torus => Solve(session, file, torus),
            DensityCase density => Solve(session, file, density),
            GromaBaloghCase density => Solve(session, file, density),
            var other => throw new InputException($"{file}: expected a case that has trajectories, found {SubjectText.Of(other.GetType())}"),
        };
        session.Cancellation.ThrowIfCancellationRequested();
        if (picture is null) Deliver(session, trajectory, solution.Json);
        // One inside the other: when the trajectory cannot be written, the picture does not appear either.
        else Write(picture, solution.Svg(), () => Deliver(session, trajectory, solution.Json));
        return ExitStatus.AsExpected;
    }

    private static (string Json, Func<string> Svg) Solve(Session session, string file, LineCase subject)
    {
        if (Admissibility.ReasonAgainst(subject.V, subject.W) is { } reason) WarnOfAssumptions(session, file, reason);
        var run = session.Solver.Solve(subject);
        WarnOfEnd(session, file, subject.T, run.Ended);
        return (RunFormat.ToJson(run), () => TrajectoryPicture.Svg(subject, run));
    }

    private static (string Json, Func<string> Svg) Solve(Session session, string file, TorusCase subject)
    {
        if (subject.ReasonAgainst() is { } reason) WarnOfAssumptions(session, file, reason);
        var run = session.Solver.Solve(subject);
        WarnOfEnd(session, file, subject.T, run.Ended);
        return (RunFormat.ToJson(run), () => TorusPicture.Svg(subject, run));
    }

    private static (string Json, Func<string> Svg) Solve(Session session, string file, DensityCase subject)
    {
        if (Admissibility.ReasonAgainst(subject.V, subject.W) is { } reason) WarnOfAssumptions(session, file, reason);
        var run = session.Solver.Solve(subject);
        WarnOfEnd(session, file, subject.T, run.Ended);
        if (subject.Cells is null && run.Uncertainty > subject.Tolerance * subject.LengthScale)
            Warn(session, $"{file}: the tolerance {subject.Tolerance:R} is not reached; the uncertainty is {run.Uncertainty:R}");
        return (DensityRunFormat.ToJson(run), () => DensityPicture.Svg(run));
    }

    private static (string Json, Func<string> Svg) Solve(Session session, string file, GromaBaloghCase subject)
    {
        if (TorusAdmissibility.ReasonAgainst(subject.V, subject.Motion == TorusMotion.Slip) is { } reason) WarnOfAssumptions(session, file, reason);
        var run = session.Solver.Solve(subject);
        WarnOfEnd(session, file, subject.T, run.Ended);
        if (run.Uncertainty > subject.Tolerance)
            Warn(session, $"{file}: the tolerance {subject.Tolerance:R} is not reached; the uncertainty is {run.Uncertainty:R}");
        if (run.Rows.Any(row => row.Least < -(run.Uncertainty ?? 0)))
            Warn(session, $"{file}: a density is negative, {run.Rows.Min(row => row.Least):R}, by more than the uncertainty");
        return (GromaBaloghRunFormat.ToJson(run), () => TorusDensityPicture.Svg(subject, run));
    }

    private static void WarnOfAssumptions(Session session, string file, string reason) =>
        Warn(session, $"{file}: outside the papers' assumptions: {reason}");

    private static void WarnOfEnd(Session session, string file, double horizon, string? ended)
    {
        if (ended is not null) Warn(session, $"{file}: the run ends before T = {horizon:R}: {ended}");
    }

    private static void Deliver(Session session, string? file, string json)
    {
        if (file is null) session.Output.Write(json);
        else Write(file, json, () => { });
    }

    private static void Warn(Session session, string warning) => session.Error.WriteLine($"orowan: warning: {OneLine.Of(warning)}");

    private static void Write(string file, string text, Action before) => AtomicFile.Write(file, stream =>
    {
        stream.Write(Encoding.UTF8.GetBytes(text));
        before();
    });
}
