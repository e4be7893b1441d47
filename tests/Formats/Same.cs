using System.Collections.Immutable;
using Orowan.Formats;
using Xunit;

namespace Orowan.Tests.Formats;

/// <summary>Equality of cases and runs bit by bit, value by value: immutable arrays themselves compare by reference.</summary>
internal static class Same
{
    public static void Cases(LineCase expected, LineCase actual)
    {
        Assert.Equal(expected.V, actual.V);
        Assert.Equal(expected.W, actual.W);
        Numbers(expected.X, actual.X);
        Assert.Equal(expected.B.AsEnumerable(), actual.B);
        Number(expected.T, actual.T);
        Numbers(expected.Output, actual.Output);
        Number(expected.Tolerance, actual.Tolerance);
    }

    public static void Runs(LineRun expected, LineRun actual)
    {
        Numbers(expected.Times, actual.Times);
        Assert.Equal(expected.X.Length, actual.X.Length);
        for (var k = 0; k < expected.X.Length; k++) Numbers([.. expected.X[k]], [.. actual.X[k]]);
        Assert.Equal(expected.B.AsEnumerable(), actual.B);
        Optional(expected.Energy, actual.Energy);
        Optional(expected.Dissipation, actual.Dissipation);
        Assert.Equal(expected.Uncertainty, actual.Uncertainty);
        Assert.Equal(expected.Solver, actual.Solver);
        Assert.Equal(expected.Statistics, actual.Statistics);
        Assert.Equal(expected.Ended, actual.Ended);
        Collisions(expected.Collisions, actual.Collisions);
        Close(expected.Close, actual.Close);
    }

    private static void Collisions(ImmutableArray<Collision>? expected, ImmutableArray<Collision>? actual)
    {
        Assert.Equal(expected.HasValue, actual.HasValue);
        if (expected is not { } left || actual is not { } right) return;
        Assert.Equal(left.Length, right.Length);
        for (var k = 0; k < left.Length; k++)
        {
            Number(left[k].Time, right[k].Time);
            Assert.Equal(left[k].Pairs.AsEnumerable(), right[k].Pairs);
            Numbers(left[k].At, right[k].At);
        }
    }

    private static void Close(ImmutableArray<CloseGap> expected, ImmutableArray<CloseGap> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var k = 0; k < expected.Length; k++)
        {
            Assert.Equal((expected[k].I, expected[k].J), (actual[k].I, actual[k].J));
            Assert.Equal(expected[k].LogGap.AsEnumerable(), actual[k].LogGap);
        }
    }

    private static void Optional(ImmutableArray<double>? expected, ImmutableArray<double>? actual)
    {
        Assert.Equal(expected.HasValue, actual.HasValue);
        if (expected is { } left && actual is { } right) Numbers(left, right);
    }

    private static void Numbers(ImmutableArray<double> expected, ImmutableArray<double> actual) =>
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));

    private static void Number(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
}
