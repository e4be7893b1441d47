using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// Both densities at one time with everything that the claims integrate over the torus: by coefficients where the paper uses Parseval, by the
/// values on the grid otherwise, which is exact for products of three functions that the grid carries.
/// </summary>
internal sealed class GromaBaloghSnapshot
{
    private static readonly YoungFunction Half = YoungFunction.Logarithmic(0.5);

    private readonly Lazy<double[][]> interactions;
    private readonly Lazy<double[][]> forces;
    private readonly Lazy<double[]> laplacian;
    private readonly Lazy<Complex[][]> fluxes;
    private readonly Lazy<Estimate> plusNorm;
    private readonly Lazy<Estimate> minusNorm;
    private readonly Lazy<Estimate> totalNorm;
    private readonly Lazy<(Estimate Plus, Estimate Minus)> entropies;

    public GromaBaloghSnapshot(GromaBaloghSymbols symbols, GromaBaloghRow row, IGridNorms norms)
    {
        (Symbols, Row) = (symbols, row);
        Z = [.. row.Plus.Zip(row.Minus, (p, m) => new Complex(p, m))];
        symbols.Transform.Forward(Z);
        interactions = new(() => [.. Symbols.Directions.Select(k => Gradient(k, i => Symbols.V[i] * Kappa(i)))]);
        forces = new(() => [.. Symbols.Directions.Select(k => Gradient(k, i => Symbols.U[i]))]);
        laplacian = new(() => [.. Symbols.Values(i => -4 * Math.PI * Math.PI * Symbols.Moving[i] * ((Symbols.V[i] * Kappa(i)) + Symbols.U[i])).Select(z => z.Real)]);
        fluxes = new(() => [.. interactions.Value.Zip(forces.Value, Flux)]);
        plusNorm = new(() => norms.Of(Half, Scaled(Row.Plus, Field), Symbols.Dimension));
        minusNorm = new(() => norms.Of(Half, Scaled(Row.Minus, Field), Symbols.Dimension));
        entropies = new(() =>
        {
            var fine = Finer(2);
            return (Refined(Row.Plus, fine.Plus), Refined(Row.Minus, fine.Minus));
        });
        totalNorm = new(() => norms.Of(Half, TotalFlux(), Symbols.Dimension));
    }

    public GromaBaloghSymbols Symbols { get; }

    public GromaBaloghRow Row { get; }

    public double Time => Row.Time;

    /// <summary>The coefficients of rho^+ + i rho^-.</summary>
    public Complex[] Z { get; }

    /// <summary>The components of grad V * kappa in the directions of motion, at the points.</summary>
    public double[][] Field => interactions.Value;

    /// <summary>Those of grad U.</summary>
    public double[][] Force => forces.Value;

    /// <summary>Lap (V * kappa + U), over the directions of motion.</summary>
    public double[] Laplacian => laplacian.Value;

    /// <summary>4 pi^2 sum |k|^2 V_k |kappa_k|^2.</summary>
    public double Interaction => Sum(i => Symbols.Moving[i] * Symbols.V[i] * SquareOf(Kappa(i)));

    /// <summary>int kappa Lap U.</summary>
    public double External => -Sum(i => Symbols.Moving[i] * ((Kappa(i).Real * Symbols.U[i].Real) + (Kappa(i).Imaginary * Symbols.U[i].Imaginary)));

    /// <summary>|grad V * kappa|^2 in H^(d/2).</summary>
    public double FieldNorm => FieldNormIn(0.5 * Symbols.Dimension);

    /// <summary>|grad V * kappa|^2 in H^s.</summary>
    public double FieldNormIn(double s) => Sum(i => Symbols.Moving[i] * Math.Pow(Symbols.V[i], 2) * SquareOf(Kappa(i)) * Math.Pow(1 + Symbols.Square[i], s));

    /// <summary>rho_k of one species.</summary>
    public Complex Of(int sign, int i)
    {
        var (z, mirrored) = (Z[i], Complex.Conjugate(Z[Symbols.Mirror[i]]));
        var twice = sign > 0 ? z + mirrored : z - mirrored;
        return sign > 0 ? 0.5 * twice : new Complex(0.5 * twice.Imaginary, -0.5 * twice.Real);
    }

    /// <summary>kappa_k.</summary>
    public Complex Kappa(int i) => Of(1, i) - Of(-1, i);

    /// <summary>int |grad rho|^2/rho of one species, in all directions; infinite where it is not positive.</summary>
    public double Fisher(int sign)
    {
        var density = Row.Of(sign);
        double sum = 0;
        foreach (var k in (double[][])(Symbols.Dimension == 1 ? [Symbols.First] : [Symbols.First, Symbols.Second]))
        {
            var slope = Gradient(k, i => Of(sign, i));
            for (var i = 0; i < slope.Length; i++) sum += density[i] > 0 ? slope[i] * slope[i] / density[i] : double.PositiveInfinity;
        }
        return sum / density.Length;
    }

    /// <summary>int rho Lap (V * kappa + U) of one species.</summary>
    public double Compression(int sign) => Row.Of(sign).Zip(Laplacian, (rho, l) => rho * l).Average();

    /// <summary>The coefficient of sum_a k_a rho (grad_a V * kappa + grad_a U) of one species at place i.</summary>
    public Complex FluxOf(int sign, int i)
    {
        var sum = Complex.Zero;
        foreach (var (flux, k) in fluxes.Value.Zip(Symbols.Directions))
        {
            var (here, mirrored) = (flux[i], Complex.Conjugate(flux[Symbols.Mirror[i]]));
            // The flux is that of rho^+ - i rho^-.
            sum += k[i] * (sign > 0 ? 0.5 * (here + mirrored) : 0.5 * Complex.ImaginaryOne * (here - mirrored));
        }
        return sum;
    }

    /// <summary>The norm in L log^(1/2) L of (rho^+ + rho^-)(grad V * kappa + grad U).</summary>
    public Estimate TotalFluxNorm => totalNorm.Value;

    /// <summary>The norm in L log^(1/2) L of rho grad V * kappa of one species.</summary>
    public Estimate ProductNorm(int sign) => sign > 0 ? plusNorm.Value : minusNorm.Value;

    private double[] TotalFlux() => Scaled(
        [.. Row.Plus.Zip(Row.Minus, (p, m) => p + m)], [.. Field.Zip(Force, (f, g) => f.Zip(g, (a, b) => a + b).ToArray())]);

    /// <summary>
    /// int of |f|, f = rho grad phi . grad(V * kappa + U), phi = cos(2 pi k.x), k at place i. A mean over the grid is exact for f but for the kinks of |f|:
    /// where f changes its sign between neighbours, from a to b over a spacing h, the trapezoid of |f| is too large by |a| |b| h/(|a| + |b|), at
    /// most (|a| + |b|) h/4; on a torus in each direction.
    /// </summary>
    public Estimate Work(int sign, int i)
    {
        var slopes = Symbols.Directions.Select(k => Gradient(k, j => j == i || j == Symbols.Mirror[i] ? 0.5 : 0)).ToArray();
        double[] work = [.. Row.Of(sign).Select((rho, p) => rho * slopes.Select((slope, a) => slope[p] * (Field[a][p] + Force[a][p])).Sum())];
        double kinks = 0;
        for (var p = 0; p < work.Length; p++)
        {
            foreach (var next in Neighbours(p).Where(q => work[p] * work[q] < 0)) kinks += (Math.Abs(work[p]) + Math.Abs(work[next])) / 4;
        }
        return new(work.Average(Math.Abs), kinks / work.Length);
    }

    /// <summary>The next points in each direction.</summary>
    private IEnumerable<int> Neighbours(int point)
    {
        var side = Symbols.Side;
        yield return (point / side * side) + ((point + 1) % side);
        if (Symbols.Dimension == 2) yield return (point + side) % (side * side);
    }

    /// <summary>Ent(rho) of one species, on a grid twice as fine; the error is what the finer grid changes.</summary>
    public Estimate Entropy(int sign) => sign > 0 ? entropies.Value.Plus : entropies.Value.Minus;

    /// <summary>Ent(rho^+) + Ent(rho^-).</summary>
    public Estimate BothEntropies => entropies.Value.Plus + entropies.Value.Minus;

    /// <summary>The densities on a grid finer by a factor, a power of 2.</summary>
    public (double[] Plus, double[] Minus) Finer(int factor)
    {
        var side = factor * Symbols.Side;
        var transform = new TorusTransform(Symbols.Dimension, side);
        var values = new Complex[transform.Count];
        for (var i = 0; i < Z.Length; i++)
        {
            var (k, l) = ((int)Symbols.First[i], (int)Symbols.Second[i]);
            // A wave of N/2 has no sign on the grid; what is resolved has none such.
            if (2 * Math.Max(Math.Abs(k), Math.Abs(l)) >= Symbols.Side) continue;
            values[Symbols.Dimension == 1 ? transform.Place(k) : transform.Place(k, l)] = Z[i];
        }
        transform.Inverse(values);
        return ([.. values.Select(z => z.Real)], [.. values.Select(z => z.Imaginary)]);
    }

    /// <summary>4 pi^2 sum |k|^2 |rho_k|, a bound of every second derivative of one species.</summary>
    public double CurvatureBound(int sign) => Sum(i => Symbols.Square[i] * Of(sign, i).Magnitude);

    /// <summary>int |1 + log rho| over both species, by which an error of the densities becomes one of the entropy.</summary>
    public double EntropySlope() => Row.Plus.Concat(Row.Minus).Average(rho => Math.Abs(1 + Math.Log(Math.Max(rho, 1e-300)))) * 2;

    private static Estimate Refined(double[] coarse, double[] fine)
    {
        var (before, after) = (EntropyOf(coarse), EntropyOf(fine));
        return new(after.Value, after.Error + Math.Abs(after.Value - before.Value));
    }

    private static Estimate EntropyOf(double[] density)
    {
        var weights = new double[density.Length];
        Array.Fill(weights, 1.0 / density.Length);
        return Measures.Entropy.Of(density, weights);
    }

    private static double[] Scaled(double[] density, double[][] vectors) =>
        [.. density.Select((rho, p) => Math.Abs(rho) * Math.Sqrt(vectors.Sum(component => component[p] * component[p])))];

    private static double SquareOf(Complex z) => (z.Real * z.Real) + (z.Imaginary * z.Imaginary);

    private double Sum(Func<int, double> term)
    {
        double sum = 0;
        for (var i = 0; i < Z.Length; i++) sum += term(i);
        return 4 * Math.PI * Math.PI * sum;
    }

    private double[] Gradient(double[] k, Func<int, Complex> coefficient) =>
        [.. Symbols.Values(i => 2 * k[i] == Symbols.Side ? 0 : 2 * Math.PI * k[i] * Complex.ImaginaryOne * coefficient(i)).Select(z => z.Real)];

    private Complex[] Flux(double[] component, double[] external)
    {
        Complex[] flux = [.. Row.Plus.Select((p, i) => new Complex(p, -Row.Minus[i]) * (component[i] + external[i]))];
        Symbols.Transform.Forward(flux);
        return flux;
    }
}
