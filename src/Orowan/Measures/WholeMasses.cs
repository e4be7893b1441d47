namespace Orowan.Measures;

/// <summary>
/// The masses of two measures as whole numbers with one total, so that a plan is exact: no slivers where sums of doubles should have met.
/// Equal atoms, n against m, get m/g and n/g for g = gcd(n, m). Others are multiples of 2^-94 of the total: exact from 2^-41 of it on.
/// </summary>
internal sealed class WholeMasses
{
    /// <summary>Binary digits of the total.</summary>
    private const int Digits = 94;

    /// <summary>Share of the total by which two totals may differ and count as equal: what ten printed digits leave.</summary>
    public const double Slack = Transport.TotalSlack;

    private readonly double unit;
    private readonly int shift;

    private WholeMasses(Int128[] first, Int128[] second, double unit, int shift) => (First, Second, this.unit, this.shift) = (first, second, unit, shift);

    public Int128[] First { get; }

    public Int128[] Second { get; }

    /// <summary>The mass that a whole number stands for. One alone may be too small for a double.</summary>
    public double MassOf(Int128 amount) => Math.ScaleB((double)amount * unit, -shift);

    /// <summary>What prices are worth with these masses, whose totals are one: what is added to u and taken from v changes nothing.</summary>
    public double ValueOf(DualPrices prices)
    {
        // The prices of one measure are as large as those of the other are negative: little is left.
        var sum = default(CompensatedSum);
        for (var i = 0; i < First.Length; i++) sum.Add(MassOf(First[i]) * prices.First[i]);
        for (var j = 0; j < Second.Length; j++) sum.Add(MassOf(Second[j]) * prices.Second[j]);
        return sum.Value;
    }

    /// <summary>Whether both have equally many atoms of one mass: their plan is a permutation.</summary>
    public static bool IsAssignment(AtomicMeasure first, AtomicMeasure second) => first.IsUniform && second.IsUniform && first.Count == second.Count;

    /// <summary>A small difference of the totals is spread over the second measure in proportion.</summary>
    /// <exception cref="ArgumentException">The totals differ by more than <see cref="Slack"/> of them.</exception>
    public static WholeMasses Of(AtomicMeasure first, AtomicMeasure second)
    {
        RequireEqualTotals(first, second);
        if (first.IsUniform && second.IsUniform)
        {
            var divisor = Gcd(first.Count, second.Count);
            var (a, b) = new ValueTuple<long, long>(second.Count / divisor, first.Count / divisor);
            return new(Repeat(a, first.Count), Repeat(b, second.Count), first.TotalMass / (a * first.Count), 0);
        }
        var places = Digits - Math.ILogB(first.TotalMass);
        var (from, to) = (Scaled(first, places), Scaled(second, places));
        Spread(to, Sum(from) - Sum(to));
        return new(from, to, 1, places);
    }

    public static Int128 Sum(Int128[] masses)
    {
        Int128 sum = 0;
        foreach (var mass in masses) sum += mass;
        return sum;
    }

    private static void RequireEqualTotals(AtomicMeasure first, AtomicMeasure second)
    {
        if (Math.Abs(first.TotalMass - second.TotalMass) > Slack * Math.Max(first.TotalMass, second.TotalMass))
            throw new ArgumentException($"The total masses must be equal; they are {first.TotalMass:R} and {second.TotalMass:R}.", nameof(second));
    }

    private static Int128[] Scaled(AtomicMeasure measure, int places) => [.. measure.Mass.Select(m => (Int128)Math.Round(Math.ScaleB(m, places)))];

    private static void Spread(Int128[] masses, Int128 difference)
    {
        if (difference == 0) return;
        var share = (double)difference / (double)Sum(masses);
        var (rest, largest) = (difference, 0);
        for (var i = 0; i < masses.Length; i++)
        {
            var part = (Int128)Math.Round(share * (double)masses[i]);
            masses[i] += part;
            rest -= part;
            if (masses[i] > masses[largest]) largest = i;
        }
        masses[largest] += rest;
    }

    private static Int128[] Repeat(long mass, int count)
    {
        var masses = new Int128[count];
        Array.Fill(masses, mass);
        return masses;
    }

    private static int Gcd(int a, int b) => b == 0 ? a : Gcd(b, a % b);
}
