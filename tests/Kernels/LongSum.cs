namespace Orowan.Tests.Kernels;

/// <summary>A sum that keeps the rounding of every addition: high + low, good to some 104 bits (Knuth's two-sum).</summary>
internal struct LongSum
{
    public double High { get; private set; }

    public double Low { get; private set; }

    public readonly double Value => High + Low;

    public void Add(double x)
    {
        var sum = High + x;
        var part = sum - High;
        Low += (High - (sum - part)) + (x - part);
        High = sum;
    }
}
