namespace Orowan.Claims.Annihilation;

/// <summary>
/// phi(t, x) = psi(t/T) chi((x - c)/l), with psi the bump exp(4 - 1/(s(1 - s))), so that phi and all its derivatives vanish at both ends of
/// (0, T). A polynomial chi agrees with a compactly supported function where the particles are.
/// </summary>
internal sealed record TestFunction(string Name, double Horizon, double Centre, double Length, Func<double, (double Value, double Slope)> Chi)
{
    /// <summary>x, x^2 and a bump in x, in units of the spread of the initial data.</summary>
    public static TestFunction[] For(LineTrial trial)
    {
        var x = trial.Case.X;
        var (centre, length) = ((x[0] + x[^1]) / 2, Math.Max(x[^1] - x[0], trial.Case.LengthScale));
        var horizon = trial.Rows[^1].Time;
        TestFunction Of(string name, Func<double, (double, double)> chi) => new(name, horizon, centre, length, chi);
        return [Of("x", s => (s, 1)), Of("x^2", s => (s * s, 2 * s)), Of("bump", Bump)];
    }

    /// <summary>d phi/dt.</summary>
    public double Rate(double t, double x) => Time(t / Horizon).Slope / Horizon * Chi((x - Centre) / Length).Value;

    /// <summary>d phi/dx.</summary>
    public double Slope(double t, double x) => Time(t / Horizon).Value * Chi((x - Centre) / Length).Slope / Length;

    private static (double Value, double Slope) Time(double s)
    {
        var product = s * (1 - s);
        if (product <= 0) return (0, 0);
        var value = Math.Exp(4 - (1 / product));
        return (value, value * (1 - (2 * s)) / (product * product));
    }

    /// <summary>exp(1 - 1/(1 - u^2)), u = s/2 - 0.1: off centre, so that no symmetry hides a wrong sign.</summary>
    private static (double Value, double Slope) Bump(double s)
    {
        var u = (s / 2) - 0.1;
        var rest = 1 - (u * u);
        if (rest <= 0) return (0, 0);
        var value = Math.Exp(1 - (1 / rest));
        return (value, -value * u / (rest * rest));
    }
}
