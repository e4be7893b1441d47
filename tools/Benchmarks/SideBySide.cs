namespace Orowan.Benchmarks;

/// <summary>
/// Whole solves of the same cases by every solver found, in one run: a scan over tolerances gives error and time, the fastest of each kind
/// at an error target is timed again, in turns, and the medians are divided.
/// </summary>
internal static class SideBySide
{
    /// <summary>Local tolerance of the reference where no closed form exists.</summary>
    private const double ReferenceTolerance = 1e-14;

    /// <summary>Rounds in which the finalists take turns, so that a slow minute of the machine meets all of them.</summary>
    private const int Rounds = 5;

    private static readonly string[] Kinds = ["ours", "C", "SciPy"];

    private static readonly double[] Targets = [1e-4, 1e-6, 1e-8];

    public static int Run(string[] arguments)
    {
        var (beds, counts, quick) = (Bed.Names, (int[])[64, 256], false);
        for (var i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] is "--quick") (counts, quick) = ([64], true);
            else if (arguments[i] is "--beds" && i + 1 < arguments.Length) beds = arguments[++i].Split(',');
            else if (arguments[i] is "--n" && i + 1 < arguments.Length) counts = Array.ConvertAll(arguments[++i].Split(','), int.Parse);
            else return Usage.Show();
        }
        Console.WriteLine("One thread each; medians of the same run; error is the largest of a position at T = 1 or of a collision time;");
        Console.WriteLine("of bed D it is that of a half width at T = 1, in units of delta.");
        List<ISolverUnderTest> onLine = [new OwnSolver(), .. Peers.Find(Console.Out)];
        List<ISolverUnderTest> ofDipoles = [new OwnDipoleSolver(), .. Peers.FindForDipoles(Console.Out)];
        foreach (var bed in beds)
        {
            foreach (var n in counts) Compare(Bed.Make(bed, n), bed is "D" ? ofDipoles : onLine, quick);
        }
        return 0;
    }

    private static void Compare(Bed bed, List<ISolverUnderTest> solvers, bool quick)
    {
        Console.WriteLine($"\n## Bed {bed.Name}, n = {bed.X.Length}\n");
        var reference = bed.End is { } end ? new Answer([], end, []) : solvers[0].Solve(bed, ReferenceTolerance, 0, 0);
        if (reference is null)
        {
            Console.WriteLine("not measured: the reference run ended early");
            return;
        }
        var rows = Scan(bed, solvers, reference, quick);
        Console.WriteLine("| solver | tolerance | error | ms |\n|---|---|---|---|");
        foreach (var r in rows) Console.WriteLine($"| {r.Solver.Name} | {r.Tolerance:E0} | {r.Error:E1} | {1e3 * r.Seconds:G3} |");
        Agreement(bed, rows);
        Console.WriteLine("\n| error at most | ours, ms | best in C, ms | C / ours | best in SciPy, ms | SciPy / ours |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var target in Targets) Console.WriteLine(Row(bed, rows, target));
    }

    private static List<WorkPrecision> Scan(Bed bed, List<ISolverUnderTest> solvers, Answer reference, bool quick)
    {
        var rows = new List<WorkPrecision>();
        foreach (var solver in solvers)
        {
            for (var digits = 3; digits <= 12; digits += quick ? 2 : 1)
            {
                var tolerance = Math.Pow(10, -digits);
                if (solver.Solve(bed, tolerance, 5, 0.5) is not { } answer) continue;
                rows.Add(new WorkPrecision(solver, tolerance, answer.ErrorAgainst(reference), answer.Median));
            }
        }
        return rows;
    }

    /// <summary>A reference of our own has to be confirmed by somebody else.</summary>
    private static void Agreement(Bed bed, List<WorkPrecision> rows)
    {
        var closest = rows.Where(r => r.Solver.Kind is not "ours").MinBy(r => r.Error);
        if (bed.End is not null) Console.WriteLine("\nReference: the closed form.");
        else if (closest is null) Console.WriteLine("\nReference: our own run at the finest tolerance; no peer here to confirm it.");
        else Console.WriteLine($"\nReference: our own finest run; {closest.Solver.Name} comes within {closest.Error:E1} of it.");
    }

    private static string Row(Bed bed, List<WorkPrecision> rows, double target)
    {
        var finalists = Kinds.Select(kind => WorkPrecision.Best(rows, kind, target)).ToArray();
        var times = finalists.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            for (var k = 0; k < finalists.Length; k++)
            {
                if (finalists[k] is { } f && f.Solver.Solve(bed, f.Tolerance, 3, 0.3) is { } answer) times[k].Add(answer.Median);
            }
        }
        var medians = Array.ConvertAll(times, t => t.Count == 0 ? double.NaN : t.Order().ElementAt(t.Count / 2));
        string Cell(int k) =>
            finalists[k] is { } f && times[k].Count > 0 ? $"{1e3 * medians[k]:G3} ({f.Solver.Name}, {f.Error:E1})" : "not measured";
        string Ratio(int k) => double.IsNaN(medians[k] / medians[0]) ? "-" : $"{medians[k] / medians[0]:G3}";
        return $"| {target:E0} | {Cell(0)} | {Cell(1)} | {Ratio(1)} | {Cell(2)} | {Ratio(2)} |";
    }
}
