namespace Orowan.Potentials;

/// <summary>
/// A sum of potentials as log-coefficient * (-log r) + constant + sum of weight * P(r/stretch), with like terms collected, so that what
/// cancels between V and W cancels before anything is evaluated.
/// </summary>
internal sealed class PotentialCombination
{
    private readonly List<(Potential Of, double Stretch, double Weight)> terms = [];

    /// <summary>Coefficient of -log r.</summary>
    public double Logarithm { get; private set; }

    public Interval Constant { get; private set; }

    public bool HasOnlyLogarithm => terms.Count == 0;

    /// <summary>A bound of sup (-r h'(r))_+ of the sum h; the logarithm enters with its sign because its part is constant.</summary>
    public double RepulsionBound { get; private set; }

    public void Add(Potential potential, double factor = 1, double stretch = 1)
    {
        switch (potential)
        {
            case ZeroPotential:
                break;
            case NegatedPotential negated:
                Add(negated.Of, -factor, stretch);
                break;
            case ScaledPotential scaled:
                Add(scaled.Of, factor * scaled.Factor, stretch * scaled.Stretch);
                break;
            case SumPotential sum:
                foreach (var term in sum.Terms) Add(term, factor, stretch);
                break;
            case LogPotential:
                Logarithm += factor;
                AddLogarithmOf(stretch, factor);
                break;
            case RegularisedLogPotential regularised when double.IsNormal(regularised.Delta * stretch):
                Collect(new RegularisedLogPotential(regularised.Delta * stretch), 1, factor);
                AddLogarithmOf(stretch, factor);
                break;
            case GaussianPotential gaussian when double.IsNormal(gaussian.Width * stretch):
                Collect(new GaussianPotential(1, gaussian.Width * stretch), 1, factor * gaussian.Height);
                break;
            case LorentzianPotential lorentzian when double.IsNormal(lorentzian.Width * stretch):
                Collect(new LorentzianPotential(1, lorentzian.Width * stretch), 1, factor * lorentzian.Height);
                break;
            default:
                Collect(potential, stretch, factor);
                break;
        }

        SumUpRepulsion();
    }

    /// <summary>c (-log r) - c (-1/2 log(r^2 + d^2)) = c/2 log(1 + (d/r)^2), which is >= 0 where the two parts diverge.</summary>
    public void SetOffLogarithms()
    {
        for (var i = 0; i < terms.Count && Logarithm > 0; i++)
        {
            if (terms[i] is not { Of: RegularisedLogPotential { Delta: var delta }, Stretch: 1, Weight: < 0 }) continue;
            var common = Math.Min(Logarithm, -terms[i].Weight);
            Logarithm -= common;
            terms[i] = terms[i] with { Weight = terms[i].Weight + common };
            Collect(new SubLogPotential(1), delta, common / 2);
        }

        terms.RemoveAll(term => term.Weight == 0);
        SumUpRepulsion();
    }

    /// <summary>
    /// Whether signs alone show h >= 0: all weights are positive after negative regularised walls are covered by walls, which decrease in
    /// the distance and so exceed them.
    /// </summary>
    public bool IsPlainlyNonnegative()
    {
        if (Logarithm != 0 || Constant.Low < 0) return false;
        return terms.All(term => term.Weight > 0 ? term.Of is not RegularisedLogPotential : IsCovered(term.Of, term.Stretch));
    }

    public double Value(double r)
    {
        var sum = Logarithm == 0 ? 0 : -Logarithm * Math.Log(r);
        sum += Constant.Low;
        foreach (var (of, stretch, weight) in terms) sum += weight * of.Value(r / stretch);
        return sum;
    }

    public Interval Values(Interval r)
    {
        var sum = Constant;
        if (Logarithm != 0) sum += Logarithm * new LogPotential().Values(r);
        foreach (var (of, stretch, weight) in terms) sum += weight * of.Values(Shrunk(r, stretch));
        return sum;
    }

    private static Interval Shrunk(Interval r, double stretch) => stretch == 1
        ? r
        : new Interval(Math.Max(0, Math.BitDecrement(r.Low / stretch)), Math.BitIncrement(r.High / stretch));

    private bool IsCovered(Potential potential, double stretch)
    {
        if (potential is not RegularisedWallPotential) return false;
        var supply = terms.Where(term => term.Of is WallPotential && term.Stretch.Equals(stretch)).Sum(term => term.Weight);
        var demand = terms.Where(term => term is { Of: RegularisedWallPotential, Weight: < 0 } && term.Stretch.Equals(stretch))
            .Sum(term => -term.Weight);
        return demand <= supply;
    }

    private void AddLogarithmOf(double stretch, double factor)
    {
        if (stretch == 1) return;
        var logarithm = Math.Log(stretch);
        Constant += factor * new Interval(Math.BitDecrement(logarithm), Math.BitIncrement(logarithm));
    }

    private void Collect(Potential of, double stretch, double weight)
    {
        var index = terms.FindIndex(term => term.Stretch.Equals(stretch) && term.Of.Equals(of));
        var total = index < 0 ? weight : terms[index].Weight + weight;
        if (index < 0) terms.Add((of, stretch, total));
        else terms[index] = (of, stretch, total);
        if (total == 0) terms.RemoveAll(term => term.Weight == 0);
    }

    private void SumUpRepulsion()
    {
        var fromTerms = terms.Sum(term => Math.Abs(term.Weight) * (term.Weight > 0 ? term.Of.RepulsionBound : term.Of.AttractionBound));
        RepulsionBound = Math.Max(0, Logarithm + fromTerms);
    }
}
