using Orowan.Potentials;

namespace Orowan.Particles;

/// <summary>A potential of the form f(r) = -a/2 log(r^2 + e^2) + c, with f'(r) = -a r/(r^2 + e^2).</summary>
/// <param name="Factor">a.</param>
/// <param name="Softening">e, 0 for the logarithm itself.</param>
/// <param name="Shift">c.</param>
internal readonly record struct LogarithmicLaw(double Factor, double Softening, double Shift)
{
    /// <summary>The potential in this form; null when it has another.</summary>
    public static LogarithmicLaw? Of(Potential potential) =>
        potential switch
        {
            LogPotential => new(1, 0, 0),
            RegularisedLogPotential log => new(1, log.Delta, 0),
            NegatedPotential negated => Of(negated.Of) is { } of ? new(-of.Factor, of.Softening, -of.Shift) : null,
            // a f(r/s): the logarithm of r/s is that of r minus that of s.
            ScaledPotential scaled => Of(scaled.Of) is { } of
                ? new(
                    scaled.Factor * of.Factor,
                    scaled.Stretch * of.Softening,
                    scaled.Factor * (of.Shift + (of.Factor * Math.Log(scaled.Stretch))))
                : null,
            _ => null,
        };
}
