namespace Orowan.Formats;

/// <summary>
/// Tells the trajectory of another case from a wrong trajectory of this one: the first is wrong input, the second a finding. One belongs
/// elsewhere when its row at time 0 has next to nothing of the case's data: fewer than one particle in ten near its place, and fewer than
/// one neighbour in ten near its distance. A run that is shifted as a whole, or has a few particles out of place, is judged.
/// </summary>
internal static class RunOrigin
{
    /// <summary>What counts as near, as a share of the spread of the data.</summary>
    private const double Near = 0.01;

    /// <summary>Share of the particles that must be near; other data of the same spread have about one in fifty near by chance.</summary>
    private const double Enough = 0.1;

    /// <exception cref="InputException">The run begins at time 0 with data of another case.</exception>
    public static void Require(string source, Run run, ISubject subject)
    {
        var starts = (run, subject) switch
        {
            (LineRun line, LineCase of) when line.Times[0] == 0 => Begins(line.X[0], [.. of.X], of.Count < 2 ? 1 : of.X[^1] - of.X[0], period: null),
            (TorusRun torus, TorusCase of) when torus.Times[0] == 0 => Begins(torus.X[0], [.. of.X], 1, period: 1),
            _ => true,
        };
        if (starts) return;
        const string expected = "a row that starts at time 0 where the case does";
        throw new InputException(
            source, "x[0]", expected, $"does not belong to the case: expected {expected}, found other positions");
    }

    private static bool Begins(double[] found, double[] wanted, double span, double? period)
    {
        var off = found.Zip(wanted, (x, y) => Wrapped(x - y)).ToArray();
        return AreNear(off) || AreNear([.. off.Zip(off.Skip(1), (left, right) => Wrapped(right - left))]);

        double Wrapped(double difference) => period is { } p ? Math.IEEERemainder(difference, p) : difference;

        bool AreNear(double[] errors) => errors.Count(d => Math.Abs(d) <= Near * span) is var near && near > 0 && near >= Enough * errors.Length;
    }
}
