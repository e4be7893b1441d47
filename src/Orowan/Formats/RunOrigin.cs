namespace Orowan.Formats;

/// <summary>
/// Tells the trajectory of another case from a wrong trajectory of this one: the first is wrong input, the second a finding. One belongs
/// elsewhere when in its row at time 0 neither half of the particles are near their places nor half of the neighbours near their distances.
/// A run that is shifted as a whole, or has a few particles out of place, is judged.
/// </summary>
internal static class RunOrigin
{
    /// <summary>What counts as near, as a share of the spread of the data for places, and of the mean distance of neighbours for distances.</summary>
    private const double Near = 0.01;

    /// <summary>Share of the particles that must be near; of other data with the same spread about one in fifty is by chance.</summary>
    private const double Enough = 0.5;

    /// <exception cref="InputException">The run begins at time 0 with data of another case.</exception>
    public static void Require(string source, Run run, ISubject subject)
    {
        var starts = (run, subject) switch
        {
            (LineRun line, LineCase of) when line.Times[0] == 0 => Begins(line.X[0], [.. of.X], 1, of.Count < 2 ? 1 : of.X[^1] - of.X[0], period: null),
            (TorusRun torus, TorusCase of) when torus.Times[0] == 0 => Begins(torus.X[0], [.. of.X], of.Dimension, 1, period: 1),
            _ => true,
        };
        if (starts) return;
        const string expected = "a row that starts at time 0 where the case does";
        throw new InputException(
            source, "x[0]", expected, $"does not belong to the case: expected {expected}, found other positions");
    }

    /// <summary>Whether places or distances agree; <paramref name="found"/> and <paramref name="wanted"/> have length n d, particle by particle.</summary>
    private static bool Begins(double[] found, double[] wanted, int dimension, double span, double? period)
    {
        var off = found.Zip(wanted, (x, y) => Wrapped(x - y)).ToArray();
        return AreNear(off, span) || AreNear([.. off.Skip(dimension).Zip(off, (right, left) => Wrapped(right - left))], span * dimension / found.Length);

        double Wrapped(double difference) => period is { } p ? Math.IEEERemainder(difference, p) : difference;

        bool AreNear(double[] errors, double unit) =>
            errors.Chunk(dimension).Count(particle => particle.All(d => Math.Abs(d) <= Near * unit)) is var near
            && near > 0 && near * dimension >= Enough * errors.Length;
    }
}
