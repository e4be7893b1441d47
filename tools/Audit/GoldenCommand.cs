using System.CommandLine;
using Orowan.Formats;
using Orowan.Golden;

namespace Orowan.Audit;

/// <summary><c>orowan golden accept</c>: what the snapshot tests received is verified from now on.</summary>
internal static class GoldenCommand
{
    private const string Name = "golden";

    public static Command Build(Session session)
    {
        var accept = new Command("accept", "Makes every *.received.* file under ./golden the verified one; refused when CI is set.");
        accept.SetAction(_ => Accept(session));
        return new Command(Name, "Snapshots of the tests in ./golden.") { accept };
    }

    private static int Accept(Session session)
    {
        try
        {
            var accepted = SnapshotAcceptance.Accept(Path.Combine(session.Folder, Name), session.Environment);
            foreach (var file in accepted) session.Output.WriteLine(Path.GetRelativePath(session.Folder, file));
            session.Output.WriteLine(accepted.Count == 0
                ? "Nothing was received, so nothing is accepted."
                : $"{Summary.Count(accepted.Count, "snapshot")} accepted.");
            return ExitStatus.AsExpected;
        }
        catch (DirectoryNotFoundException error)
        {
            throw new InputException($"{Name}: expected a folder of this name here, found none", error);
        }
        catch (Exception error) when (error is InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Name} accept: {OneLine.Of(error.Message)}", error);
        }
    }
}
