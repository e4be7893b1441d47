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
        var subject = CaseFile.Read(file);
        if (Admissibility.ReasonAgainst(subject.V, subject.W) is { } reason)
            Warn(session, $"{file}: outside the papers' assumptions: {reason}");
        var run = session.Solver.Solve(subject);
        session.Cancellation.ThrowIfCancellationRequested();
        if (run.Ended is { } ended) Warn(session, $"{file}: the run ends before T = {subject.T:R}: {ended}");
        var json = RunFormat.ToJson(run);
        if (picture is null) Deliver(session, trajectory, json);
        // One inside the other: when the trajectory cannot be written, the picture does not appear either.
        else Write(picture, TrajectoryPicture.Svg(subject, run), () => Deliver(session, trajectory, json));
        return ExitStatus.AsExpected;
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
