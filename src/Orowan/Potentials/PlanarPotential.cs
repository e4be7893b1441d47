using System.Numerics;
using System.Runtime.Intrinsics;

namespace Orowan.Potentials;

/// <summary>
/// A torus potential in two dimensions whose coefficients are those of a potential with a logarithmic singularity times
/// exp(-delta |k|): nine images of its source in the plane and a polynomial for the rest; for a large delta its Fourier sum.
/// </summary>
public abstract record PlanarPotential : TorusPotential
{
    /// <summary>
    /// From here on the Fourier sum is used: V is then so small (of the size exp(-delta)) that the images would cancel more than a digit.
    /// </summary>
    private const double LongDelta = 2;

    private readonly Lazy<PlanarRemainder> remainder;
    private readonly Lazy<PlanarNear> near;
    private readonly Lazy<PlanarSeries> series;
    private readonly Lazy<double> gradientBound;

    private protected PlanarPotential(double delta)
    {
        Delta = double.IsFinite(delta) && delta >= 0
            ? delta
            : throw new ArgumentOutOfRangeException(nameof(delta), delta, "Delta must be finite and at least 0.");
        remainder = new(() => Remainder(delta));
        near = new(() => PlanarNear.Of(remainder.Value, CoreHessian));
        series = new(() => new PlanarSeries(delta, (k1, k2) => Coefficient([k1, k2])));
        gradientBound = new(() => PlanarGradientBound.Of(this));
    }

    /// <summary>The regularisation length; 0 for the singular potential.</summary>
    public override double Delta { get; }

    public override int Dimension => 2;

    public override bool IsSingular => Delta == 0;

    /// <summary>|D^2 V(0)|; infinite at delta = 0.</summary>
    public override double HessianBound
    {
        get
        {
            if (IsSingular) return double.PositiveInfinity;
            Span<double> hessian = stackalloc double[4];
            Hessian([0, 0], hessian);
            return Math.Max(Math.Abs(hessian[0]), Math.Abs(hessian[3]));
        }
    }

    /// <summary>By branch and bound, at most 1 % above the supremum; infinite at delta = 0.</summary>
    public override double GradientBound => IsSingular ? double.PositiveInfinity : gradientBound.Value;

    /// <inheritdoc/>
    /// <remarks>
    /// |r|^3 |D^3 V| is largest at delta = 0: 15.3 for edge and 3.6 for green, both near |r| = 0.54 between two images, by finite differences
    /// on a grid of the cell; near the source it is 14 and 2.
    /// </remarks>
    internal override double ThirdDerivativeBound => 16;

    /// <summary>A bound over the cell of |D^2 V| without the nine images of the source; infinite where V is summed by its Fourier series.</summary>
    internal double RestHessianBound => IsLong ? double.PositiveInfinity : remainder.Value.HessianBound;

    /// <summary>The height h = delta / (2 pi) of the harmonic continuation.</summary>
    internal double Height => Delta / (2 * Math.PI);

    private protected bool IsLong => Delta >= LongDelta;

    public override double Value(ReadOnlySpan<double> r)
    {
        var (x1, x2) = (Nearest(r[0]), Nearest(r[1]));
        if (IsLong) return series.Value.Value(x1, x2);
        var sum = remainder.Value.Value.Value(x1, x2);
        for (var m1 = -1; m1 <= 1; m1++)
        {
            for (var m2 = -1; m2 <= 1; m2++) sum += CoreValue(x1 + m1, x2 + m2);
        }
        return sum;
    }

    public override void Gradient(ReadOnlySpan<double> r, Span<double> gradient)
    {
        var (x1, x2) = (Nearest(r[0]), Nearest(r[1]));
        var (first, second) = (0.0, 0.0);
        if (x1 == 0 && x2 == 0)
        {
            // By symmetry; the singular source has no gradient there to be added up.
        }
        else if (IsLong)
        {
            (first, second) = series.Value.Gradient(x1, x2);
        }
        else if (PlanarNear.Reaches(x1, x2))
        {
            (first, second) = NearGradient(x1, x2);
        }
        else
        {
            (first, second) = (
                x1 * remainder.Value.First.Value(x1, x2),
                x2 * remainder.Value.Second.Value(x1, x2));
            for (var m1 = -1; m1 <= 1; m1++)
            {
                for (var m2 = -1; m2 <= 1; m2++)
                {
                    var (core1, core2) = CoreGradient(x1 + m1, x2 + m2);
                    first += core1;
                    second += core2;
                }
            }
        }
        gradient[0] = first;
        gradient[1] = second;
    }

    public override void Hessian(ReadOnlySpan<double> r, Span<double> hessian)
    {
        var (x1, x2) = (Nearest(r[0]), Nearest(r[1]));
        if (IsLong)
        {
            (hessian[0], hessian[1], hessian[3]) = series.Value.Hessian(x1, x2);
        }
        else
        {
            hessian[0] = remainder.Value.FirstFirst.Value(x1, x2);
            hessian[1] = x1 * x2 * remainder.Value.Mixed.Value(x1, x2);
            hessian[3] = remainder.Value.SecondSecond.Value(x1, x2);
            for (var m1 = -1; m1 <= 1; m1++)
            {
                for (var m2 = -1; m2 <= 1; m2++)
                {
                    var (first, mixed, second) = CoreHessian(x1 + m1, x2 + m2);
                    hessian[0] += first;
                    hessian[1] += mixed;
                    hessian[3] += second;
                }
            }
        }
        hessian[2] = hessian[1];
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Whole vectors of points; those left over in a vector of their own, filled up with zeros: one by one they would cost more than all the
    /// others of a short row.
    /// </remarks>
    public override void Gradients(ReadOnlySpan<double> r, Span<double> gradients)
    {
        if (IsLong)
        {
            base.Gradients(r, gradients);
            return;
        }
        var count = r.Length / 2;
        var both = gradients.Length >= r.Length;
        var lanes = Vector512<double>.Count;
        var wide = count / lanes * lanes;
        for (var i = 0; i < wide; i += lanes)
        {
            var (first, second) = Gradient(Vector512.Create(r[i..]), Vector512.Create(r[(count + i)..]), both);
            first.CopyTo(gradients[i..]);
            if (both) second.CopyTo(gradients[(count + i)..]);
        }
        if (wide == count) return;
        Span<double> buffer = stackalloc double[2 * lanes];
        buffer.Clear();
        r[wide..count].CopyTo(buffer);
        r[(count + wide)..].CopyTo(buffer[lanes..]);
        var (lastFirst, lastSecond) = Gradient(Vector512.Create<double>(buffer), Vector512.Create<double>(buffer[lanes..]), both);
        lastFirst.CopyTo(buffer);
        buffer[..(count - wide)].CopyTo(gradients[wide..]);
        if (!both) return;
        lastSecond.CopyTo(buffer);
        buffer[..(count - wide)].CopyTo(gradients[(count + wide)..]);
    }

    /// <summary>The gradient in every lane, with the operations of <see cref="Gradient(ReadOnlySpan{double}, Span{double})"/>.</summary>
    private (Vector512<double> First, Vector512<double> Second) Gradient(Vector512<double> r1, Vector512<double> r2, bool both)
    {
        var rest = remainder.Value;
        var (x1, x2) = (Nearest(r1), Nearest(r2));
        var first = x1 * rest.First.Value(x1, x2);
        var second = both ? x2 * rest.Second.Value(x1, x2) : Vector512<double>.Zero;
        for (var m1 = -1; m1 <= 1; m1++)
        {
            for (var m2 = -1; m2 <= 1; m2++)
            {
                var (core1, core2) = CoreGradient(x1 + Vector512.Create((double)m1), x2 + Vector512.Create((double)m2));
                first += core1;
                second += core2;
            }
        }
        for (var lanes = PlanarNear.Reaches(x1, x2); lanes != 0; lanes &= lanes - 1)
        {
            var lane = BitOperations.TrailingZeroCount(lanes);
            var (near1, near2) = x1[lane] == 0 && x2[lane] == 0 ? (0, 0) : NearGradient(x1[lane], x2[lane]);
            first = first.WithElement(lane, near1);
            second = second.WithElement(lane, near2);
        }
        return (first, second);
    }

    private (double First, double Second) NearGradient(double x1, double x2)
    {
        var (core1, core2) = CoreGradient(x1, x2);
        return ((x1 * near.Value.First.Value(x1, x2)) + core1, (x2 * near.Value.Second.Value(x1, x2)) + core2);
    }

    /// <summary>What the nine images leave over.</summary>
    private protected abstract PlanarRemainder Remainder(double delta);

    private protected abstract double CoreValue(double x1, double x2);

    private protected abstract (double First, double Second) CoreGradient(double x1, double x2);

    private protected abstract (Vector512<double> First, Vector512<double> Second) CoreGradient(Vector512<double> x1, Vector512<double> x2);

    private protected abstract (double First, double Mixed, double Second) CoreHessian(double x1, double x2);
}
