using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace Orowan.Benchmarks;

/// <summary>Ordered pairs per second at the median: n (n - 1) over the time of one evaluation.</summary>
internal sealed class PairRateColumn : IColumn
{
    public string Id => nameof(PairRateColumn);

    public string ColumnName => "Pairs/s";

    public bool AlwaysShow => true;

    public ColumnCategory Category => ColumnCategory.Custom;

    public int PriorityInCategory => 0;

    public bool IsNumeric => true;

    public UnitType UnitType => UnitType.Dimensionless;

    public string Legend => "Ordered pairs per second, n (n - 1) / median";

    public bool IsAvailable(Summary summary) => true;

    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase)
    {
        if (benchmarkCase.Descriptor.Type == typeof(DensityBenchmarks) || summary[benchmarkCase]?.ResultStatistics is not { } statistics) return "-";
        var n = (int)benchmarkCase.Parameters[nameof(ForceBenchmarks.N)];
        return $"{(double)n * (n - 1) / statistics.Median:F2}e9";
    }

    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style) => GetValue(summary, benchmarkCase);
}
