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

    /// <summary>SIGTERM and not SIGINT: a shell that runs the tests in the background has the latter ignored, and children inherit that.</summary>
    [Fact]
    public void A_signal_ends_a_long_solve_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows()) return;
        var places = Enumerable.Range(0, 50_000).Select(i => (double)i).ToArray();
        var endless = new LineCase(new LogPotential(), new ZeroPotential(), [.. places], [.. places.Select(_ => 1)], 1e6, [0, 1e6], 1e-9);
        var file = folder.Write("a.case.json", CaseFormat.ToJson(endless));
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", [typeof(Application).Assembly.Location, "simulate", file, "--out", folder.File("a.run.json")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

        // By then the program has read its case and solves.
        while (!process.HasExited && process.TotalProcessorTime < TimeSpan.FromSeconds(3)) Thread.Sleep(50);
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"])) kill.WaitForExit();
        var ended = process.WaitForExit(TimeSpan.FromMinutes(1));
        if (!ended) process.Kill();
        Assert.True(ended, "The program goes on.");
        Assert.Equal((ExitStatus.Terminated, Application.Stopped + "\n", ""), (process.ExitCode, process.StandardError.ReadToEnd(), process.StandardOutput.ReadToEnd()));
        Assert.Equal("a.case.json", Assert.Single(folder.Contents()).Name);
    }
}
