using System.CommandLine;
using System.Reflection;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>The command line <c>orowan</c>: what to do is parsed, done, and answered with an exit status.</summary>
public static class Application
{
    /// <summary>Version of this program.</summary>
    public static string Version { get; } =
        typeof(Application).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>What is said when a signal ends the work.</summary>
    public const string Stopped = "orowan: stopped; nothing was written";

    /// <summary>Runs one command line. Nothing is thrown.</summary>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter error) => Run(args, new Session(output, error));

    /// <summary>Runs one command line in surroundings of one's own. Nothing is thrown.</summary>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static int Run(string[] args, Session session)
    {
        try
        {
            return Invoke(args, session);
        }
        catch (InputException error)
        {
            session.Error.WriteLine($"orowan: {error.Message}");
            return ExitStatus.Usage;
        }
        catch (OperationCanceledException) when (session.Cancellation.IsCancellationRequested)
        {
            session.Error.WriteLine(Stopped);
            return ExitStatus.Interrupted;
        }
        catch (IOException error)
        {
            // Files are guarded where they are read and written, and name themselves: what is left is the output.
            session.Error.WriteLine($"orowan: standard output: expected a place to write, found: {OneLine.Of(error.Message)}");
            return ExitStatus.Usage;
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong is a fault of ours, and the user gets one line and the details.
        catch (Exception error)
#pragma warning restore CA1031
        {
            var fault = error is AggregateException { InnerExceptions: [var first, ..] } ? first : error;
            session.Error.WriteLine(
                $"orowan: {OneLine.Of($"internal fault: {fault.GetType().Name}: {fault.Message}")} ({FaultDetails.Keep(args, error)})");
            return ExitStatus.Fault;
        }
    }

    private static int Invoke(string[] args, Session session)
    {
        // No response files: an argument that begins with @ is a file name like any other.
        var parsed = CommandTree.Build(session).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0) throw CommandTree.Refusal(parsed);
        return parsed.Invoke(new InvocationConfiguration
        {
            Output = session.Output,
            Error = session.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }
}
