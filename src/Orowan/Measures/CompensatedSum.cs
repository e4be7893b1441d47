namespace Orowan.Measures;

/// <summary>
/// Neumaier's sum, which carries the roundings it makes: a million equal masses sum to their total in the last digit, and a sum that nearly
/// vanishes is known to the 106th binary digit of its terms.
/// </summary>
internal struct CompensatedSum(double first)
{
    private double sum = first;
    private double rest = 0;

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
