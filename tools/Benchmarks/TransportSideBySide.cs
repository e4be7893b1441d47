using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Orowan.Measures;

namespace Orowan.Benchmarks;

/// <summary>Exact W_2 between random clouds of equal atoms and of weighted ones, beside POT and SciPy in the same run; a table of costs counts where one is made.</summary>
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
        Problem[] problems = quick
            ? [new(Space.Torus(2), 256), new(Space.Torus(2), 256, true), new(Space.Line, 100_000), new(Space.Circle, 1024)]
            :
            [
                new(Space.Torus(2), 256), new(Space.Torus(2), 1000), new(Space.Torus(2), 2000),
                new(Space.Torus(2), 256, true), new(Space.Torus(2), 1000, true), new(Space.Torus(2), 2000, true),
                new(Space.Line, 100_000), new(Space.Line, 1_000_000), new(Space.Line, 1_000_000, true),
                new(Space.Circle, 1024), new(Space.Circle, 1024, true), new(Space.Circle, 1_000_000), new(Space.Circle, 1_000_000, true),
            ];
        Console.WriteLine("One thread each; medians of the same run; rel. is the difference of W_2^2 from ours.\n");
        Console.WriteLine("| space | n | masses | method | ms, median (least) | W_2^2 | rel. |\n|---|---|---|---|---|---|---|");
        foreach (var problem in problems) Compare(problem, repetitions);
        return 0;
    }

    private static void Compare(Problem problem, int repetitions)
    {
        var (space, count, weighted) = problem;
        var random = new Random(count);
        double[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => random.NextDouble())];
        double[] Masses()
        {
            var w = weighted ? Draw(count) : [.. Enumerable.Repeat(1.0, count)];
            var total = w.Sum();
            return Array.ConvertAll(w, m => m / total);
        }

        var (x, y, a, b) = (Draw(count * space.Dimension), Draw(count * space.Dimension), Masses(), Masses());
        var (mu, nu) = (new AtomicMeasure(space.Dimension, [.. x], [.. a]), new AtomicMeasure(space.Dimension, [.. y], [.. b]));
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
        Row(problem, "orowan", times, ours, ours);
        // A table of costs for a million atoms has no room.
        if (space.IsPeriodic && count > 4096)
        {
            Console.WriteLine($"{problem.Cells} | POT, SciPy | not measured (a table of all costs is too large) | | |");
            return;
        }
        var found = Peers(problem, repetitions, [.. x, .. y, .. a, .. b]);
        foreach (var (name, seconds, value) in found) Row(problem, name, seconds, value, ours);
        foreach (var peer in Expected.Where(p => ((space.IsPeriodic && !weighted) || p is "POT") && !found.Exists(f => f.Name.StartsWith(p, StringComparison.Ordinal))))
            Console.WriteLine($"{problem.Cells} | {peer} | not measured (install python3-{(peer is "POT" ? "pot" : "scipy")}) | | |");
    }

    private static void Row(Problem problem, string method, List<double> seconds, double value, double ours)
    {
        var median = 1e3 * seconds.Order().ElementAt(seconds.Count / 2);
        var difference = value == 0 ? "" : $"{Math.Abs(value - ours) / ours:E0}";
        Console.WriteLine($"{problem.Cells} | {method} | {median:G3} ({1e3 * seconds.Min():G3}) | {(value == 0 ? "" : $"{value:G15}")} | {difference} |");
    }

    /// <summary>What the peers of this machine say; none when there is no Python.</summary>
    private static List<(string Name, List<double> Seconds, double Value)> Peers(Problem problem, int repetitions, double[] numbers)
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
            double[] document = [problem.Count, problem.Space.Dimension, problem.Space.IsPeriodic ? 1 : 0, problem.Weighted ? 1 : 0, .. numbers];
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

    private sealed record Problem(Space Space, int Count, bool Weighted = false)
    {
        /// <summary>The first cells of a line of the table.</summary>
        public string Cells => $"| {Space.Name} | {Count} | {(Weighted ? "weighted" : "equal")}";
    }
}
