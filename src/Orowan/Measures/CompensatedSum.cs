namespace Orowan.Measures;

/// <summary>Neumaier's sum, which carries the roundings it makes: a million equal masses sum to their total in the last digit.</summary>
internal struct CompensatedSum
{
    private double sum;
    private double rest;

    public readonly double Value => sum + rest;

    public static double Of(IEnumerable<double> terms)
    {
        var total = default(CompensatedSum);
        foreach (var term in terms) total.Add(term);
        return double.IsFinite(total.sum) ? total.Value : total.sum;
    }

    public void Add(double term)
    {
        var total = sum + term;
        rest += Math.Abs(sum) >= Math.Abs(term) ? (sum - total) + term : (term - total) + sum;
        sum = total;
    }
}
