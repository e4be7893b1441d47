namespace Orowan.Properties.Adapter;

/// <summary>Statements about numbers, some of them wrong, for the adapter to check.</summary>
public static class Claims
{
    public static bool IsBelowTen(int number) => number < 10;

    public static bool IsAlwaysTrue(int number) => number == number + 0;

    public static bool SumsBelowOne(double[] values, int weight) => values.Where(double.IsFinite).Sum(Math.Abs) + weight < 1;
}
