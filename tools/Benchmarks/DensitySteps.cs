using System.Diagnostics;
using System.Globalization;
using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Benchmarks;

/// <summary>Steps per second and memory of the two solvers of densities, each from the same data at every size: medians of several runs.</summary>
internal static class DensitySteps
{
    private const int Repeats = 5;

    public static int Run(string[] arguments)
    {
        if (arguments is not ([] or ["--quick"])) return Usage.Show();
        var repeats = arguments is [] ? Repeats : 1;
        Console.WriteLine("| equation | points | steps | steps/s | working memory, MiB | allocated per step, KiB |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var cells in new[] { 1024, 16384 }) Print("A (1.3), line", $"{cells}", repeats, () => Annihilation(cells));
        foreach (var side in new[] { 1024, 16384 }) Print("B (2.13), circle", $"{side}", repeats, () => GromaBalogh(1, side, TorusMotion.Isotropic, 0));
        foreach (var side in new[] { 1024, 16384 }) Print("B (3.11), circle, viscous", $"{side}", repeats, () => GromaBalogh(1, side, TorusMotion.Isotropic, 1e-4));
        Print("B (2.13), plane", "256 x 256", repeats, () => GromaBalogh(2, 256, TorusMotion.Isotropic, 0));
        Print("B (2.20), slip planes", "256 x 256", repeats, () => GromaBalogh(2, 256, TorusMotion.Slip, 0));
        return 0;
    }

    private static void Print(string equation, string points, int repeats, Func<(long Steps, object Kept)> run)
    {
        run();
        var runs = Enumerable.Range(0, repeats).Select(_ => Measure(run)).OrderBy(r => r.Seconds).ToArray();
        var median = runs[repeats / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {equation} | {points} | {median.Steps} | {median.Steps / median.Seconds:g3} | {median.Live / 1048576.0:f1} | {median.Allocated / 1024.0 / median.Steps:f0} |"));
    }

    private static (long Steps, double Seconds, long Live, long Allocated) Measure(Func<(long Steps, object Kept)> run)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();
        var (steps, kept) = run();
        var seconds = watch.Elapsed.TotalSeconds;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        var live = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(kept);
        return (steps, seconds, live, allocated);
    }

    private static (long Steps, object Kept) Annihilation(int cells)
    {
        Density plus = new([new SemicirclePart(-0.75, 0.5, 0.5)]), minus = new([new SemicirclePart(0.75, 0.5, 0.5)]);
        var density = new AnnihilatingDensity(new(new LogPotential(), new ZeroPotential(), plus, minus, 1, [1], cells, 0.02), cells);
        density.Advance(1, 20);
        return (density.Steps, density);
    }

    /// <summary>Steps of the size that stability and accuracy give: those of the shortest waves that the grid carries.</summary>
    private static (long Steps, object Kept) GromaBalogh(int dimension, int side, TorusMotion motion, double viscosity)
    {
        SeriesDensity Of(double height) => new(new FourierPotential(
            dimension,
            dimension == 1
                ? [FourierTerm.Cosine(0.5, 0), FourierTerm.Cosine(height, 1)]
                : [FourierTerm.Cosine(0.5, 0, 0), FourierTerm.Cosine(height, 1, 1)]));
        TorusPotential v = dimension == 1 ? new TorusLogRegularisedPotential(0.01) : motion == TorusMotion.Slip ? new TorusEdgePotential(0.01) : new TorusGreenPotential(0.01);
        var subject = new GromaBaloghCase(dimension, motion, v, FourierPotential.Zero(dimension), viscosity, Of(0.3), Of(-0.2), 1, [1], side, 1e-8);
        var flow = new GromaBaloghFlow(subject, side, 1e-11);
        var method = new Integration.DormandPrince(flow, flow.Initial(subject.Plus, subject.Minus));
        long steps = 0;
        var length = 0.1 / side;
        for (; steps < 10; steps++)
        {
            if (method.Attempt(length) > 1e6) break;
            method.Accept();
        }
        return (steps, method);
    }
}
