using System.Collections.Immutable;

namespace Orowan.Potentials;

/// <summary>
/// V(r) = sum_p c_p l^p + constant + o(1) as r -> 0, where l = -log|r| and 0 &lt; p &lt;= 1: the form that all potentials here have, and
/// in which infinities of opposite signs can be set off against each other.
/// </summary>
internal sealed class ContactExpansion
{
    private readonly ImmutableSortedDictionary<double, double> coefficients;
    private readonly double constant;

    private ContactExpansion(ImmutableSortedDictionary<double, double> coefficients, double constant)
    {
        this.coefficients = coefficients;
        this.constant = constant;
    }

    public bool IsSingular => coefficients.Count > 0;

    /// <summary>The limit of V(r) as r -> 0: the highest power rules.</summary>
    public double Limit => coefficients.Count == 0 ? constant : Math.CopySign(double.PositiveInfinity, coefficients.Last().Value);

    public static ContactExpansion Regular(double constant) => new(ImmutableSortedDictionary<double, double>.Empty, constant);

    public static ContactExpansion Logarithmic(double power, double coefficient, double constant) =>
        new(ImmutableSortedDictionary<double, double>.Empty.Add(power, coefficient), constant);

    public static ContactExpansion operator +(ContactExpansion a, ContactExpansion b)
    {
        var sum = a.coefficients;
        foreach (var (power, coefficient) in b.coefficients)
        {
            var total = sum.GetValueOrDefault(power) + coefficient;
            sum = total == 0 ? sum.Remove(power) : sum.SetItem(power, total);
        }

        return new ContactExpansion(sum, a.constant + b.constant);
    }

    /// <summary>The expansion of a V(r/s): l becomes l + log s, which moves the constant for p = 1 and nothing for p &lt; 1.</summary>
    public ContactExpansion Scaled(double factor, double stretch)
    {
        if (factor == 0) return Regular(0);
        var shifted = constant + coefficients.GetValueOrDefault(1) * Math.Log(stretch);
        var scaled = coefficients.Select(pair => KeyValuePair.Create(pair.Key, factor * pair.Value)).Where(pair => pair.Value != 0);
        return new ContactExpansion(scaled.ToImmutableSortedDictionary(), factor * shifted);
    }
}
