using System.Numerics;
using System.Runtime.InteropServices;
using Orowan.Formats;
using Orowan.Integration;
using Orowan.Measures;

namespace Orowan.Continuum;

/// <summary>
/// The Groma-Balogh equations for the Fourier coefficients that a grid carries (Galerkin, the products computed on the grid without
/// aliasing), with the integrals of the entropy balance as further unknowns.
/// </summary>
/// <remarks>
/// <para>
/// Both species in one: with z = rho^+ + i rho^- and the real field g = grad(V * kappa + U), d/dt rho^+- = +- div(rho^+- g) + epsilon Lap rho^+-
/// reads dz/dt = div(conj(z) g) + epsilon Lap z. As rho^+-_k = (z_k +- conj z_-k)/2 up to a factor 1 and i, kappa_k =
/// (a + c - b - d + i (a + b - c - d))/2 for z_k = a + i b and z_-k = c + i d. So an evaluation costs a transform for z, one for g_1 + i g_2, and
/// one for each component of the flux. The coefficient of k = 0 does not move: masses are kept exactly.
/// </para>
/// <para>
/// Viscosity by an integrating factor: the unknowns are v_k = exp(lambda_k s) z_k, lambda_k = 4 pi^2 epsilon |k|^2, with s the time since
/// <see cref="Rebased"/> last set it to 0, so that dv_k/ds = exp(lambda_k s) times the rest, and what is stiff is integrated exactly.
/// </para>
/// </remarks>
internal sealed class GromaBaloghFlow : IFlow
{
    /// <summary>The integrals of the entropy balance, in the order of <see cref="EntropyBalance"/>, then s.</summary>
    public const int Integrals = 4;

    private readonly double tolerance;
    private readonly double viscosity;
    private readonly bool slip;
    private readonly int dimension;
    private readonly int count;
    private readonly TorusTransform transform;
    private readonly double[] coefficients;
    private readonly Complex[] external;
    private readonly double[] squares;
    private readonly double[] decay;
    private readonly Complex[] state;
    private readonly Complex[] kept;
    private readonly Complex[] densities;
    private readonly Complex[] field;
    private readonly Complex[] second;
    private readonly Complex[] gradient;

    /// <param name="side">N, a power of 2.</param>
    /// <param name="tolerance">Error of a coefficient allowed in a step.</param>
    /// <exception cref="ArgumentException">A density or a potential is of another dimension.</exception>
    public GromaBaloghFlow(GromaBaloghCase subject, int side, double tolerance)
    {
        if (subject.Plus.Dimension != subject.Dimension || subject.Minus.Dimension != subject.Dimension || subject.V.Dimension != subject.Dimension || subject.U.Dimension != subject.Dimension)
            throw new ArgumentException($"Densities and potentials must be of dimension {subject.Dimension}, that of the case.", nameof(subject));
        this.tolerance = tolerance;
        (viscosity, dimension, slip) = (subject.Viscosity, subject.Dimension, subject.Motion == TorusMotion.Slip);
        Modes = new Truncation(dimension, side);
        count = Modes.Count;
        transform = new TorusTransform(dimension, side);
        (coefficients, squares, decay) = (new double[count], new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var (k, l) = (Modes.First[i], Modes.Second[i]);
            coefficients[i] = subject.V.Coefficient(dimension == 1 ? [(int)k] : [(int)k, (int)l]);
            squares[i] = slip ? k * k : (k * k) + (l * l);
            decay[i] = 4 * Math.PI * Math.PI * viscosity * ((k * k) + (l * l));
        }
        external = Kept(Spectrum.Of(subject.U).Modes);
        (state, kept) = (new Complex[count], new Complex[count]);
        (densities, field, second) = (new Complex[transform.Count], new Complex[transform.Count], new Complex[dimension == 2 && !slip ? transform.Count : 0]);
        gradient = new Complex[viscosity > 0 ? transform.Count : 0];
    }

    public Truncation Modes { get; }

    public int Dimension => (2 * count) + Integrals + 1;

    /// <summary>The largest lambda_k.</summary>
    public double FastestDecay => decay[0];

    /// <summary>The state of initial densities: their kept coefficients, integrals and s 0.</summary>
    public double[] Initial(PeriodicDensity plus, PeriodicDensity minus)
    {
        var y = new double[Dimension];
        var z = MemoryMarshal.Cast<double, Complex>(y.AsSpan(0, 2 * count));
        Kept(plus.Modes).CopyTo(z);
        var other = Kept(minus.Modes);
        for (var i = 0; i < count; i++) z[i] += new Complex(-other[i].Imaginary, other[i].Real);
        return y;
    }

    /// <summary>The coefficients z_k of a state; valid until the next evaluation.</summary>
    public ReadOnlySpan<Complex> Coefficients(ReadOnlySpan<double> y)
    {
        var v = MemoryMarshal.Cast<double, Complex>(y[..(2 * count)]);
        var s = y[^1];
        for (var i = 0; i < count; i++) state[i] = decay[i] == 0 || s == 0 ? v[i] : Math.Exp(-decay[i] * s) * v[i];
        return state;
    }

    /// <summary>The same state with s = 0.</summary>
    public double[] Rebased(ReadOnlySpan<double> y)
    {
        var rebased = y.ToArray();
        Coefficients(y).CopyTo(MemoryMarshal.Cast<double, Complex>(rebased.AsSpan(0, 2 * count)));
        rebased[^1] = 0;
        return rebased;
    }

    /// <summary>Both densities at the points of the grid.</summary>
    public (double[] Plus, double[] Minus) Densities(ReadOnlySpan<double> y)
    {
        Modes.Scatter(Coefficients(y), densities);
        transform.Inverse(densities);
        return ([.. densities.Select(z => z.Real)], [.. densities.Select(z => z.Imaginary)]);
    }

    /// <inheritdoc/>
    public bool TryRate(ReadOnlySpan<double> y, Span<double> rate)
    {
        Coefficients(y);
        rate[(2 * count)..].Clear();
        ComputeField(rate[(2 * count)..]);
        rate[(2 * count) + 2] = viscosity > 0 ? viscosity * Fisher() : 0;
        rate[^1] = 1;
        Modes.Scatter(state, densities);
        transform.Inverse(densities);
        for (var i = 0; i < densities.Length; i++)
        {
            var (z, g) = (Complex.Conjugate(densities[i]), field[i]);
            field[i] = z * g.Real;
            if (second.Length > 0) second[i] = z * g.Imaginary;
        }
        transform.Forward(field);
        if (second.Length > 0) transform.Forward(second);
        var change = MemoryMarshal.Cast<double, Complex>(rate[..(2 * count)]);
        var finite = true;
        for (var i = 0; i < count; i++)
        {
            var flux = Modes.First[i] * field[Modes.Place[i]];
            if (second.Length > 0) flux += Modes.Second[i] * second[Modes.Place[i]];
            var grown = 2 * Math.PI * (decay[i] == 0 ? 1 : Math.Exp(decay[i] * y[^1]));
            change[i] = new Complex(-grown * flux.Imaginary, grown * flux.Real);
            finite &= double.IsFinite(change[i].Real) && double.IsFinite(change[i].Imaginary);
        }
        return finite;
    }

    /// <inheritdoc/>
    public void AllowedErrors(ReadOnlySpan<double> y, ReadOnlySpan<double> rate, double step, Span<double> allowed)
    {
        for (var i = 0; i < count; i++) allowed[2 * i] = allowed[(2 * i) + 1] = tolerance * (decay[i] == 0 ? 1 : Math.Exp(decay[i] * y[^1]));
        allowed[(2 * count)..].Fill(tolerance);
        // The viscous integral is singular where a density vanishes, and no reason for small steps: what it lacks shows in the balance's residual.
        allowed[(2 * count) + 2] = double.MaxValue;
        // s is a sum of steps: its rounding is nobody's error.
        allowed[^1] = double.MaxValue;
    }

    /// <summary>g_1 + i g_2 on the grid (g_1 alone on slip planes), and the rates of the integrals that need kappa alone.</summary>
    private void ComputeField(Span<double> integrals)
    {
        double interaction = 0, work = 0, norm = 0;
        for (var i = 0; i < count; i++)
        {
            var (z, w) = (state[i], state[count - 1 - i]);
            var kappa = new Complex(
                0.5 * (z.Real + w.Real - z.Imaginary - w.Imaginary), 0.5 * (z.Real + z.Imaginary - w.Real - w.Imaginary));
            var size = (kappa.Real * kappa.Real) + (kappa.Imaginary * kappa.Imaginary);
            var (k, l, v) = (Modes.First[i], Modes.Second[i], coefficients[i]);
            interaction += squares[i] * v * size;
            // int kappa Lap U = -4 pi^2 sum_k |k|^2 kappa_k conj(U_k).
            work -= squares[i] * ((kappa.Real * external[i].Real) + (kappa.Imaginary * external[i].Imaginary));
            var weight = 1 + (k * k) + (l * l);
            norm += squares[i] * v * v * size * (dimension == 2 ? weight : Math.Sqrt(weight));
            var potential = (v * kappa) + external[i];
            // i (k_1 + i k_2) times the potential: the coefficients of g_1 + i g_2 over 2 pi.
            kept[i] = 2 * Math.PI * new Complex(slip ? 0 : -l, k) * potential;
        }
        const double Factor = 4 * Math.PI * Math.PI;
        (integrals[0], integrals[1], integrals[3]) = (Factor * interaction, Factor * work, Factor * norm);
        Modes.Scatter(kept, field);
        transform.Inverse(field);
    }

    /// <summary>int |grad rho^+|^2/rho^+ + |grad rho^-|^2/rho^-, by the values on the grid; a point where a density is not positive counts 0.</summary>
    private double Fisher()
    {
        Modes.Scatter(state, densities);
        transform.Inverse(densities);
        double sum = 0;
        for (var direction = 0; direction < dimension; direction++)
        {
            var waves = direction == 0 ? Modes.First : Modes.Second;
            for (var i = 0; i < count; i++) kept[i] = 2 * Math.PI * waves[i] * new Complex(-state[i].Imaginary, state[i].Real);
            Modes.Scatter(kept, gradient);
            transform.Inverse(gradient);
            for (var i = 0; i < gradient.Length; i++)
            {
                var (slope, rho) = (gradient[i], densities[i]);
                if (rho.Real > 0) sum += slope.Real * slope.Real / rho.Real;
                if (rho.Imaginary > 0) sum += slope.Imaginary * slope.Imaginary / rho.Imaginary;
            }
        }
        return sum / transform.Count;
    }

    private Complex[] Kept(IEnumerable<Mode> modes)
    {
        var values = new Complex[count];
        var width = (2 * Modes.Highest) + 1;
        foreach (var mode in modes)
        {
            if (mode.K.Any(component => Math.Abs(component) > Modes.Highest)) continue;
            values[mode.K.Aggregate(0, (index, component) => (index * width) + component + Modes.Highest)] += mode.Value;
        }
        return values;
    }
}
