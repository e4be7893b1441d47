using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Orowan.Measures;

namespace Orowan.Benchmarks;

/// <summary>Exact W_2 between random clouds of equal atoms, beside POT and SciPy in the same run; a table of costs counts where one is made.</summary>
internal static class TransportSideBySide
{
    private const string Python = "/usr/bin/python3";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "peers", "transport_peer.py");

    private static readonly string[] Expected = ["POT", "SciPy"];

    public static int Run(string[] arguments)
    {
        var quick = arguments is ["--quick"];
        if (arguments.Length > 0 && !quick) return Usage.Show();
        var repetitions = quick ? 3 : 7;
        (Space Space, int Count)[] problems = quick
            ? [(Space.Torus(2), 256), (Space.Line, 100_000), (Space.Circle, 1024)]
            : [(Space.Torus(2), 256), (Space.Torus(2), 1024), (Space.Torus(2), 2048), (Space.Line, 100_000), (Space.Line, 1_000_000), (Space.Circle, 1024), (Space.Circle, 1_000_000)];
        Console.WriteLine("One thread each; medians of the same run; rel. is the difference of W_2^2 from ours.\n");
        Console.WriteLine("| space | n | method | ms, median (least) | W_2^2 | rel. |\n|---|---|---|---|---|---|");
        foreach (var (space, count) in problems) Compare(space, count, repetitions);
        return 0;
    }

    private static void Compare(Space space, int count, int repetitions)
    {
        var random = new Random(count);
        double[] Draw() => [.. Enumerable.Range(0, count * space.Dimension).Select(_ => random.NextDouble())];
        var (x, y) = (Draw(), Draw());
        var (mu, nu) = (AtomicMeasure.Equal(space.Dimension, [.. x]), AtomicMeasure.Equal(space.Dimension, [.. y]));
        var times = new List<double>();
        double distance = 0;
        // The first runs are the runtime's own: it compiles a method again after some calls.
        for (var run = -2; run < repetitions; run++)
        {
            var start = Stopwatch.GetTimestamp();
            distance = Transport.Distance(mu, nu, space);
            if (run >= 0) times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
        var ours = distance * distance;
        Row(space, count, "orowan", times, ours, ours);
        // A table of costs for a million atoms has no room.
        if (space.IsPeriodic && count > 4096)
        {
            Console.WriteLine($"| {space.Name} | {count} | POT, SciPy | not measured (a table of all costs is too large) | | |");
            return;
        }
        var found = Peers(space, count, repetitions, x, y);
        foreach (var (name, seconds, value) in found) Row(space, count, name, seconds, value, ours);
        foreach (var peer in Expected.Where(p => (space.IsPeriodic || p is "POT") && !found.Exists(f => f.Name.StartsWith(p, StringComparison.Ordinal))))
            Console.WriteLine($"| {space.Name} | {count} | {peer} | not measured (install python3-{(peer is "POT" ? "pot" : "scipy")}) | | |");
    }

    private static void Row(Space space, int count, string method, List<double> seconds, double value, double ours)
    {
        var median = 1e3 * seconds.Order().ElementAt(seconds.Count / 2);
        var difference = value == 0 ? "" : $"{Math.Abs(value - ours) / ours:E0}";
        Console.WriteLine($"| {space.Name} | {count} | {method} | {median:G3} ({1e3 * seconds.Min():G3}) | {(value == 0 ? "" : $"{value:G15}")} | {difference} |");
    }

    /// <summary>What the peers of this machine say; none when there is no Python.</summary>
    private static List<(string Name, List<double> Seconds, double Value)> Peers(Space space, int count, int repetitions, double[] x, double[] y)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(Python, [Script, $"{repetitions}"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["OMP_NUM_THREADS"] = "1", ["OPENBLAS_NUM_THREADS"] = "1" },
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            double[] document = [count, space.Dimension, space.IsPeriodic ? 1 : 0, .. x, .. y];
            process.StandardInput.BaseStream.Write(MemoryMarshal.AsBytes(document.AsSpan()));
            process.StandardInput.Close();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('|'))
                .Select(words => (words[0], words[1..^1].Select(double.Parse).ToList(), double.Parse(words[^1])))];
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return [];
        }
    }
}
