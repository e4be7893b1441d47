using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Filters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace Orowan.Benchmarks;

/// <summary>Runs the BenchmarkDotNet classes of this assembly with the columns that matter here.</summary>
internal static class KernelBenchmarks
{
    public static int Run(string[] arguments)
    {
        if (arguments is not ([] or ["--quick"])) return Usage.Show();
        var quick = arguments is not [];
        var job = quick ? Job.ShortRun.WithIterationTime(TimeInterval.FromMilliseconds(100)) : Job.Default;
        var config = ManualConfig.CreateEmpty()
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Params, DefaultColumnProviders.Metrics)
            .AddColumn(StatisticColumn.Median, StatisticColumn.Error, new PairRateColumn())
            .AddFilter(new SimpleFilter(c => !IsTooLarge(c)))
            .AddLogger(new QuietLogger())
            .AddExporter(MarkdownExporter.Console)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "orowan-benchmarks"));
        var failed = false;
        foreach (var summary in BenchmarkRunner.Run([typeof(ForceBenchmarks), typeof(JacobianBenchmarks), typeof(TorusForceBenchmarks), typeof(DensityBenchmarks)], config))
        {
            MarkdownExporter.Console.ExportToLog(summary, ConsoleLogger.Unicode);
            failed |= summary.HasCriticalValidationErrors || summary.Reports.Any(r => !r.Success);
        }
        return failed ? 1 : 0;
    }

    private static bool IsTooLarge(BenchmarkCase benchmark) =>
        string.Equals(benchmark.Descriptor.WorkloadMethod.Name, nameof(JacobianBenchmarks.Jacobian), StringComparison.Ordinal)
        && benchmark.Parameters[nameof(JacobianBenchmarks.N)] is > JacobianBenchmarks.MostDense;
}
