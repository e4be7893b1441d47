namespace Orowan.Benchmarks;

/// <summary>Zeros of the Hermite polynomial H_n (weight exp(-x^2)), increasing.</summary>
internal static class HermiteZeros
{
    /// <summary>
    /// The zeros are the eigenvalues of the symmetric tridiagonal matrix with zero diagonal and squared off-diagonal entries k/2
    /// (Golub and Welsch). Their number below x is the number of negative pivots of the matrix minus x, so bisection finds each to the
    /// last bit that it can tell; the symmetry halves the work.
    /// </summary>
    public static double[] Of(int n)
    {
        var zeros = new double[n];
        for (var i = n / 2; i < n; i++)
        {
            var (low, high) = (-0.5, Math.Sqrt((2 * n) + 1));
            for (var halving = 0; halving < 70; halving++)
            {
                var middle = 0.5 * (low + high);
                if (Below(middle, n) <= i) low = middle;
                else high = middle;
            }
            zeros[i] = 2 * i == n - 1 ? 0 : 0.5 * (low + high);
            zeros[n - 1 - i] = -zeros[i];
        }
        return zeros;
    }

    private static int Below(double x, int n)
    {
        var count = 0;
        var pivot = -x;
        for (var k = 1; k <= n; k++)
        {
            if (pivot < 0) count++;
            // A zero pivot stands for one that is negligible and negative; the next is then large and positive.
            pivot = -x - (0.5 * k / (pivot == 0 ? -1e-300 : pivot));
        }
        return count;
    }
}
