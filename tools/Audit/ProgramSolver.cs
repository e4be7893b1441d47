using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>
/// A user's program as the solver: one process for each case, which gets the case's JSON on its standard input (or in a file whose name
/// stands for <c>{}</c>) and answers with the trajectory's JSON on its standard output and exit status 0.
/// </summary>
/// <remarks>
/// There is no time limit: how long a right answer may take is not ours to say. What a program writes to its standard error is shown, each
/// line once. The same case is asked for once: claims that shrink a violating case meet the same simpler cases.
/// </remarks>
internal sealed class ProgramSolver(SolverCommand command, TextWriter error, CancellationToken cancellation) : ISolver
{
    private const int MostComplaints = 10;

    private readonly ConcurrentDictionary<string, Lazy<Run>> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> complaints = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <exception cref="SolverFailedException">The program cannot be started, fails, or answers with something else.</exception>
    /// <exception cref="OperationCanceledException">The audit was stopped; the program is ended.</exception>
    public TRun Solve<TRun>(Case<TRun> subject)
        where TRun : Run
    {
        var json = CaseFormat.ToJson(subject);
        return (TRun)answers.GetOrAdd(json, text => new(() => Answer(subject, text))).Value;
    }

    private Run Answer(ISubject subject, string json)
    {
        var output = RunProgram(Encoding.UTF8.GetBytes(json));
        try
        {
            return RunFormat.Parse(output, "its standard output", subject);
        }
        catch (InputException wrong)
        {
            throw new SolverFailedException($"the solver gave no trajectory: {wrong.Message}", wrong);
        }
    }

    private ReadOnlyMemory<byte> RunProgram(byte[] json)
    {
        cancellation.ThrowIfCancellationRequested();
        var file = command.TakesFile ? Path.Combine(Path.GetTempPath(), $"orowan-{Guid.NewGuid():N}{CheckCommand.CaseEnd}") : null;
        try
        {
            if (file is not null) File.WriteAllBytes(file, json);
            using var process = Start(file);
            using var stop = cancellation.Register(() => End(process));
            var input = Task.Run(() => Give(process, file is null ? json : []), CancellationToken.None);
            var told = Task.Run(() => Listen(process), CancellationToken.None);
            var output = Output(process);
            process.WaitForExit();
            input.Wait(CancellationToken.None);
            var last = told.Result;
            cancellation.ThrowIfCancellationRequested();
            if (output is null) throw new SolverFailedException($"the solver wrote more than {JsonInput.LargestMebibytes} MiB");
            return process.ExitCode == 0
                ? output.Value
                : throw new SolverFailedException($"the solver ended with status {process.ExitCode}{(last.Length > 0 ? $": {last}" : "")}");
        }
        finally
        {
            if (file is not null) File.Delete(file);
        }
    }

    private Process Start(string? file)
    {
        var start = new ProcessStartInfo(command.Words[0])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        foreach (var word in command.Words.Skip(1)) start.ArgumentList.Add(word.Replace(SolverCommand.CaseFile, file ?? "", StringComparison.Ordinal));
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception failure)
        {
            throw new SolverFailedException($"the solver cannot be started: {OneLine.Of(failure.Message)}", failure);
        }
    }

    /// <summary>A program that answers without reading all has closed the pipe: that is its own affair.</summary>
    private static void Give(Process process, byte[] json)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            input.Write(json);
        }
        catch (IOException)
        {
            // The pipe is closed.
        }
    }

    /// <summary>All that the program writes; null when it is more than is read, and then the program is ended.</summary>
    private static ReadOnlyMemory<byte>? Output(Process process)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        while (process.StandardOutput.BaseStream.Read(buffer) is > 0 and var read)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length <= JsonInput.LargestMebibytes << 20) continue;
            End(process);
            return null;
        }
        return bytes.ToArray();
    }

    /// <summary>Shows what the program complains of, and remembers the last line.</summary>
    private string Listen(Process process)
    {
        var last = "";
        while (process.StandardError.ReadLine() is { } text)
        {
            var line = OneLine.Clip(OneLine.Of(text), 200);
            if (line.Length == 0) continue;
            last = line;
            Show(line);
        }
        return last;
    }

    private void Show(string line)
    {
        lock (complaints)
        {
            if (complaints.Count > MostComplaints || !complaints.Add(line)) return;
            error.WriteLine(complaints.Count > MostComplaints ? "solver: (further lines are left out)" : $"solver: {line}");
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It has ended by itself.
        }
    }
}

/// <summary>A user's solver gave no trajectory.</summary>
internal sealed class SolverFailedException(string message, Exception? cause = null) : Exception(message, cause);
