namespace Orowan.Integration;

/// <summary>The dense output of a multistep method: the polynomial through the end of a step and points of the past.</summary>
internal static class PastPolynomial
{
    /// <summary>
    /// The polynomial of degree <paramref name="degree"/> through <paramref name="end"/>, a time <paramref name="step"/> after
    /// <paramref name="past"/>[0], and through the first points of the past, each so long <paramref name="ago"/>; theta = 0 at past[0].
    /// </summary>
    public static DenseStep Through(double[] end, double step, double[][] past, double[] ago, int degree)
    {
        var nodes = new double[degree + 1];
        nodes[degree] = 1;
        for (var j = 0; j < degree; j++) nodes[j] = -ago[j] / step;
        var control = new double[degree + 1][];
        for (var i = 0; i < control.Length; i++) control[i] = new double[end.Length];
        for (var j = 1; j <= degree; j++)
        {
            var cardinal = Cardinal(nodes, j);
            for (var i = 0; i <= degree; i++)
            {
                WideLoops.AddMultiple(control[i], cardinal[i], j == degree ? end : past[j]);
                WideLoops.AddMultiple(control[i], -cardinal[i], past[0]);
            }
        }
        return new CollocationStep((double[])past[0].Clone(), control);
    }

    /// <summary>
    /// Bernstein coefficients of the polynomial that is 1 at one node and 0 at the others, factor by factor: (a + (b - a) theta) times a
    /// polynomial of degree m with coefficients c has the coefficients [(m + 1 - k) c_k a + k c_(k-1) b] / (m + 1).
    /// </summary>
    private static double[] Cardinal(double[] nodes, int own)
    {
        var c = new double[nodes.Length];
        c[0] = 1;
        var m = 0;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (i == own) continue;
            var (a, b) = (-nodes[i] / (nodes[own] - nodes[i]), (1 - nodes[i]) / (nodes[own] - nodes[i]));
            for (var k = m + 1; k >= 0; k--)
            {
                var lower = k == 0 ? 0 : k * c[k - 1] * b;
                var upper = k > m ? 0 : (m + 1 - k) * c[k] * a;
                c[k] = (upper + lower) / (m + 1);
            }
            m++;
        }
        return c;
    }
}
