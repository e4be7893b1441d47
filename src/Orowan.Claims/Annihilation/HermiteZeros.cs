namespace Orowan.Claims.Annihilation;

/// <summary>The zeros h_1 &lt; ... &lt; h_m of the Hermite polynomial H_m, where sum over j != i of 1/(h_i - h_j) = h_i.</summary>
internal static class HermiteZeros
{
    /// <summary>The zeros of H_m, m >= 0: between each two neighbours of those of H_(m-1), and one beyond each end, by bisection.</summary>
    public static double[] Of(int degree)
    {
        double[] zeros = [];
        for (var m = 1; m <= degree; m++)
        {
            var beyond = Math.Sqrt((2 * m) + 1);
            double[] ends = [-beyond, .. zeros, beyond];
            var order = m;
            zeros = [.. ends.Zip(ends.Skip(1), (low, high) => Bisect(order, low, high))];
        }
        return zeros;
    }

    private static double Bisect(int degree, double low, double high)
    {
        var sign = Math.Sign(Value(degree, low));
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) return middle;
            var here = Math.Sign(Value(degree, middle));
            if (here == 0) return middle;
            if (here == sign) low = middle;
            else high = middle;
        }
    }

    /// <summary>H_m normalised, by its recurrence h_(k+1) = x sqrt(2/(k+1)) h_k - sqrt(k/(k+1)) h_(k-1).</summary>
    private static double Value(int degree, double x)
    {
        double before = 0, now = 1;
        for (var k = 0; k < degree; k++)
        {
            (before, now) = (now, (x * Math.Sqrt(2.0 / (k + 1)) * now) - (Math.Sqrt((double)k / (k + 1)) * before));
        }
        return now;
    }
}
