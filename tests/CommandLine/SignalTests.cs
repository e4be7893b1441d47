using System.Diagnostics;
using Orowan.Audit;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.CommandLine;

/// <summary>What a signal does to a run that would go on for hours.</summary>
public sealed class SignalTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_signal_ends_an_audit_and_leaves_no_folder()
    {
        if (OperatingSystem.IsWindows()) return;
        var place = folder.File("audit");
        var answer = Stopped("audit", "--cases", "1000", "--jobs", "1", "--out", place);
        Assert.Equal((ExitStatus.Terminated, ""), (answer.Status, answer.Output));
        Assert.Equal(Application.Stopped, answer.ErrorLines[^1]);
        Assert.False(Directory.Exists(place));
    }

    [Fact]
    public void A_signal_ends_a_long_solve_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows()) return;
        var places = Enumerable.Range(0, 50_000).Select(i => (double)i).ToArray();
        var endless = new LineCase(new LogPotential(), new ZeroPotential(), [.. places], [.. places.Select(_ => 1)], 1e6, [0, 1e6], 1e-9);
        var answer = Stopped("simulate", folder.Write("a.case.json", CaseFormat.ToJson(endless)), "--out", folder.File("a.run.json"));
        Assert.Equal(new Answer(ExitStatus.Terminated, "", Application.Stopped + "\n"), answer);
        Assert.Equal("a.case.json", Assert.Single(folder.Contents()).Name);
    }

    /// <summary>
    /// What the program answers when it is asked to end after three seconds of work, by when it is well into it. SIGTERM and not SIGINT: a
    /// shell that runs the tests in the background has the latter ignored, and children inherit that.
    /// </summary>
    private static Answer Stopped(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Application).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        for (var k = 0; k < 1200 && !process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(3); k++) Thread.Sleep(50);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) kill.WaitForExit();
        var ended = process.WaitForExit(TimeSpan.FromMinutes(1));
        if (!ended) process.Kill();
        Assert.True(ended, "The program goes on.");
        return new(process.ExitCode, process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
    }
}
