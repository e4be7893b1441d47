using System.CommandLine;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary><c>orowan replay</c>: a recorded case again.</summary>
internal static class ReplayCommand
{
    public static Command Build(Session session)
    {
        var file = new Argument<string>("FILE") { Description = "A case that an audit recorded, or any other." };
        var solver = Arguments.Solver(session, "The solver whose runs are judged instead of ours.");
        var command = new Command(
            "replay",
            "Judges a recorded case again with all claims about cases of its kind; forms as printed are shown and do not count.")
        {
            file, solver,
        };
        command.SetAction(parsed => Run(session, parsed.GetRequiredValue(file), parsed.GetValue(solver)));
        return command;
    }

    private static int Run(Session session, string file, SolverCommand? command)
    {
        var subject = CaseFormat.ReadSubject(file);
        ISolver solver = command is null ? session.Solver : new ProgramSolver(command, session.Error, session.Cancellation);
        var judgement = Judgement.OfAll(session, subject, new MemoisedSolver(solver));
        if (judgement.IsEmpty)
            throw new InputException($"{file}: expected a subject that some claim is about, found {SubjectText.Of(subject.GetType())}");
        judgement.Print(new Page(session.Output));
        return judgement.ExitStatus;
    }
}
