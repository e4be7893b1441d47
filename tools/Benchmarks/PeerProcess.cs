using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Orowan.Benchmarks;

/// <summary>A peer as a program of its own, which times itself: the case goes in as doubles, times and results come out as text.</summary>
internal sealed class PeerProcess(string name, string kind, string program, string[] first, string method) : ISolverUnderTest
{
    /// <summary>A peer that needs longer than this for a case is out of the comparison anyway.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public string Name => name;

    public string Kind => kind;

    public Answer? Solve(Bed bed, double tolerance, int repetitions, double seconds)
    {
        string[] arguments = [.. first, method, $"{tolerance:R}", $"{repetitions}", $"{seconds:R}"];
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // One thread everywhere, the peers' linear algebra included.
            Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        double[] document = [bed.X.Length, Bed.Horizon, Bed.Softening, .. bed.X, .. Array.ConvertAll(bed.B, b => (double)b)];
        process.StandardInput.BaseStream.Write(MemoryMarshal.AsBytes(document.AsSpan()));
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
        return process.ExitCode == 0 ? Read(output.GetAwaiter().GetResult()) : null;
    }

    private static Answer Read(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(words => words[0], words => Array.ConvertAll(words[1..], double.Parse), StringComparer.Ordinal);
        return new Answer(lines["times"], lines["x"], [.. lines["collisions"].Order()]);
    }
}
