using System.Runtime.CompilerServices;

namespace Orowan.Potentials;

/// <summary>Checks of parameters; each returns the value, so that it fits into a property initialiser.</summary>
internal static class Require
{
    /// <exception cref="ArgumentOutOfRangeException">The value is infinite or NaN.</exception>
    public static double Finite(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsFinite(value) ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite.");

    /// <exception cref="ArgumentOutOfRangeException">The value is not a finite number above zero.</exception>
    public static double Positive(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        double.IsFinite(value) && value > 0
            ? value
            : throw new ArgumentOutOfRangeException(name, value, $"{name} must be finite and greater than 0.");

    /// <exception cref="ArgumentOutOfRangeException">The value is not in (0, 1].</exception>
    public static double PositiveAtMostOne(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} must be in (0, 1].");

    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public static T Given<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class => value ?? throw new ArgumentNullException(name);
}
