using Orowan.Integration;

namespace Orowan.Tests.Integration;

/// <summary>Errors on a ladder of step lengths, with the order between neighbouring rungs.</summary>
internal sealed class OrderTable
{
    private readonly List<(double Step, double Error)> rungs = [];

    public void Add(double step, double error) => rungs.Add((step, error));

    public double[] Orders => [.. rungs.Zip(rungs.Skip(1), (a, b) => Math.Log(a.Error / b.Error) / Math.Log(a.Step / b.Step))];

    public override string ToString() =>
        string.Join('\n', rungs.Select((r, k) => $"{r.Step:E3} {r.Error:E3} {(k == 0 ? "" : Orders[k - 1].ToString("F2"))}"));

    /// <summary>Fails with the whole table when an order is not within 0.3 of the one wanted.</summary>
    public void ShowsOrder(double wanted, double margin = 0.3) =>
        Xunit.Assert.True(Orders.All(o => Math.Abs(o - wanted) <= margin), $"order {wanted} wanted\n{this}");

    /// <summary>Steps of equal length to <paramref name="end"/>; the largest error at the end, and of the dense output on a grid inside.</summary>
    public static (double AtEnd, double Inside) March(IStepper method, double end, int steps, Func<double, double[]> exact, int components)
    {
        var (length, inside) = (end / steps, 0.0);
        for (var k = 0; k < steps; k++)
        {
            Xunit.Assert.True(double.IsFinite(method.Attempt(length)));
            var dense = method.Interpolate();
            Xunit.Assert.NotNull(dense);
            var local = Exactly(exact(k * length), method.State, components);
            for (var j = 1; j < 16; j++)
            {
                var wanted = exact((k + (j / 16.0)) * length);
                for (var i = 0; i < components; i++) inside = Math.Max(inside, Math.Abs(dense.At(j / 16.0, i) - wanted[i]) - local);
            }
            method.Accept();
        }
        return (Exactly(exact(end), method.State, components), inside);
    }

    private static double Exactly(double[] wanted, ReadOnlySpan<double> found, int components)
    {
        double largest = 0;
        for (var i = 0; i < components; i++) largest = Math.Max(largest, Math.Abs(wanted[i] - found[i]));
        return largest;
    }
}
