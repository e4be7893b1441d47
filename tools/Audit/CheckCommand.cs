using System.CommandLine;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary><c>orowan check</c>: audits trajectories that any program made.</summary>
internal static class CheckCommand
{
    /// <summary>How the file of a case ends in a folder of pairs.</summary>
    public const string CaseEnd = ".case.json";

    private const string RunEnd = ".run.json";

    public static Command Build(Session session)
    {
        var subject = new Argument<string>("CASE") { Description = "A case, or a folder of pairs X.case.json, X.run.json." };
        var trajectory = new Argument<string?>("TRAJECTORY")
        {
            Description = "Its trajectory; not with a folder.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command(
            "check", "Judges a trajectory that any program made with all claims about it; claims that do not apply do not count.")
        {
            subject, trajectory,
        };
        command.SetAction(parsed => Run(session, parsed.GetRequiredValue(subject), parsed.GetValue(trajectory)));
        return command;
    }

    private static int Run(Session session, string subject, string? trajectory)
    {
        var isFolder = Directory.Exists(subject);
        if (isFolder && trajectory is not null) throw new InputException($"{subject}: expected a case, found a folder");
        if (!isFolder && trajectory is null)
            throw new InputException($"{subject}: expected a trajectory after the case, or a folder alone");
        // All is read before anything is printed, so that wrong input leaves no half an answer.
        var pairs = isFolder ? Pairs(subject).Select(pair => Read(pair.Case, pair.Run)).ToArray() : [Read(subject, trajectory!)];
        var found = pairs.Select(pair => Check(session, pair, isFolder)).ToArray();
        return found.Contains(ExitStatus.Violated) ? ExitStatus.Violated : found.Max();
    }

    private static int Check(Session session, RunOfCase pair, bool isFolder)
    {
        var page = new Page(session.Output);
        var judgement = Judgement.OfClaims(session, pair.Case, new RecordedRun(pair.Case, pair.Run));
        if (isFolder) page.Line(pair.Name);
        judgement.Print(page);
        if (isFolder) page.Line();
        return judgement.ExitStatus;
    }

    private static RunOfCase Read(string caseFile, string runFile)
    {
        var subject = CaseFile.Read(caseFile);
        return new(Path.GetFileName(runFile), subject, RunFormat.ReadRun(runFile, subject));
    }

    private static IEnumerable<(string Case, string Run)> Pairs(string folder)
    {
        var stems = Stems(folder, CaseEnd)
            .Concat(Stems(folder, RunEnd))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (stems.Length == 0) throw new InputException($"{folder}: expected pairs X{CaseEnd}, X{RunEnd}, found none");
        return stems.Select(stem => (Existing(folder, stem + CaseEnd), Existing(folder, stem + RunEnd)));
    }

    private static IEnumerable<string> Stems(string folder, string end)
    {
        try
        {
            return [.. Directory.EnumerateFiles(folder, $"*{end}").Select(file => Path.GetFileName(file)[..^end.Length])];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder}: expected a folder that can be read, found: {OneLine.Of(error.Message)}", error);
        }
    }

    private static string Existing(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new InputException($"{path}: expected the other half of a pair, found no file of this name");
    }

    private sealed record RunOfCase(string Name, ISubject Case, Run Run);
}

/// <summary>Cases that have trajectories, from files.</summary>
internal static class CaseFile
{
    private static readonly string Kinds =
        $"{SubjectText.Of(typeof(LineCase))}, {SubjectText.Of(typeof(TorusCase))}, {SubjectText.Of(typeof(DensityCase))} or {SubjectText.Of(typeof(GromaBaloghCase))}";

    /// <exception cref="InputException">The file holds no case, or another kind of subject.</exception>
    public static ISubject Read(string file) =>
        CaseFormat.ReadSubject(file) is var subject && RunFormat.HasRun(subject.GetType())
            ? subject
            : throw new InputException($"{file}: expected a case of {Kinds}, found {SubjectText.Of(subject.GetType())}");
}
