using Orowan.Audit;
using Orowan.Cases;
using Orowan.Claims;

namespace Orowan.Tests.CommandLine;

/// <summary>What one command line printed and answered.</summary>
internal sealed record Answer(int Status, string Output, string Error)
{
    public string[] OutputLines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>Runs command lines in this process.</summary>
internal static class Terminal
{
    public static Answer Run(params string[] args) => Run(session => session, args);

    /// <summary>With a ledger and families of the test's own.</summary>
    public static Answer Run(TemporaryFolder folder, IReadOnlyList<Entry> ledger, IReadOnlyList<IFamily> families, params string[] args) =>
        Run(session => new Session(session.Output, session.Error) { Ledger = ledger, Families = families, Folder = folder.Path }, args);

    public static Answer Run(Func<Session, Session> surroundings, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = Application.Run(args, surroundings(new Session(output, error)));
        return new(status, output.ToString(), error.ToString());
    }
}
