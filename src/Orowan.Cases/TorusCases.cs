using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Cases of paper B: signed particles on the torus, isotropic or on slip planes.</summary>
public static class TorusCases
{
    private const int Rows = 6;

    /// <summary>
    /// 2 to 10 particles of any charges at places on a lattice of spacing 1e-4, on the circle, in the plane and on slip planes, under an
    /// interaction with (V1), (V2), (V4), or on the circle under the singular logarithm with equal charges; external potential or none;
    /// some cases are short dipoles, some have the initial data that the construction of Lemma 2.4 makes of a density with gaps and spikes. Horizons hold up to thirty times in which close particles move by their distance.
    /// </summary>
    public static Family<TorusCase> Admissible { get; } = new("torus", Draw(), Simpler);

    private static Gen<TorusCase> Draw() => Gen.Frequency((13, Spread()), (2, Singular()), (3, Short()), (2, Approximated()));

    private static Gen<TorusCase> Spread() =>
        from dimension in Gen.Frequency((2, Gen.Constant(1)), (3, Gen.Constant(2)))
        from slip in Draws.Percent(50)
        from count in Gen.Choose(2, 10)
        from v in TorusDraws.Regular(dimension)
        from free in Draws.Percent(30)
        from u in TorusDraws.External(dimension)
        from places in Gen.Choose(0, 9999).ArrayOf(count * dimension)
        from charges in Gen.Elements(-1, 1).ArrayOf(count)
        from share in Draws.LogUniform(0.3m, 30)
        select Assemble(
            dimension,
            slip && dimension == 2 ? TorusMotion.Slip : TorusMotion.Isotropic,
            v,
            free ? FourierPotential.Zero(dimension) : u,
            [.. places.Select(place => (double)(place / 10_000m))],
            charges,
            Horizon(share, count / Math.Max(1, v.HessianBound)));

    /// <summary>The n particles of <see cref="DensityApproximation"/>, whose places are not on a lattice.</summary>
    private static Gen<TorusCase> Approximated() =>
        from density in TorusDensities.Stepped.Draw
        from slip in Draws.Percent(50)
        from count in Gen.Choose(2, 10)
        from v in TorusDraws.Regular(density.Dimension)
        from u in TorusDraws.External(density.Dimension)
        from share in Draws.LogUniform(0.3m, 30)
        let made = DensityApproximation.Of(density, count).Particles
        select Assemble(
            density.Dimension,
            slip && density.Dimension == 2 ? TorusMotion.Slip : TorusMotion.Isotropic,
            v,
            u,
            [.. made.X.Select(x => Rounding.ToDecimals(x, 12))],
            made.Sign,
            Horizon(share, count / Math.Max(1, v.HessianBound)));

    /// <summary>Equal charges never meet, so that the singular logarithm runs for all time; places of their own.</summary>
    private static Gen<TorusCase> Singular() =>
        from count in Gen.Choose(2, 10)
        from u in TorusDraws.External(1)
        from gaps in Draws.Composition(count, 1000)
        from sign in Gen.Elements(-1, 1)
        from share in Draws.LogUniform(0.01m, 1)
        select Assemble(
            1,
            TorusMotion.Isotropic,
            new TorusLogPotential(),
            u,
            [.. gaps.Select((_, i) => (double)(gaps.Take(i).Sum() / 1000m))],
            [.. Enumerable.Repeat(sign, count)],
            (double)(share * 0.1m / count));

    /// <summary>Dipoles whose half widths are within delta/2, on the circle, in the plane or on slip planes.</summary>
    private static Gen<TorusCase> Short() =>
        from setting in Gen.Choose(0, 2)
        from pairs in Gen.Choose(1, 4)
        from delta in Draws.LogUniform(0.001m, 0.02m)
        from jitter in Gen.Choose(-20, 20).ArrayOf(2 * pairs)
        from widths in Gen.Choose(10, 50).ArrayOf(2 * pairs)
        from turned in Gen.Elements(-1, 1).ArrayOf(2 * pairs)
        from u in TorusDraws.External(setting == 0 ? 1 : 2)
        from share in Draws.LogUniform(0.1m, 4)
        let dimension = setting == 0 ? 1 : 2
        let used = pairs * dimension
        let v = Core(setting, (double)delta)
        let horizon = Horizon(share, 2 * pairs / v.HessianBound)
        select TorusCase.OfDipoles(
            dimension,
            setting == 2 ? TorusMotion.Slip : TorusMotion.Isotropic,
            v,
            u,
            [.. jitter.Take(used).Select((j, i) => (double)Math.Round((((i / dimension) + 0.5m) / pairs) + (j * 0.01m / pairs), 6))],
            [.. widths.Take(used).Zip(turned, (w, sign) => (double)(sign * w * delta / 100m))],
            horizon,
            Even(horizon),
            TorusCase.DefaultTolerance);

    private static TorusPotential Core(int setting, double delta) => setting switch
    {
        0 => new TorusLogRegularisedPotential(delta),
        1 => new TorusGreenPotential(delta),
        _ => new TorusEdgePotential(delta),
    };

    private static double Horizon(decimal share, double unit) => double.Parse(Math.Min(0.5, (double)share * unit).ToString("E2"));

    private static TorusCase Assemble(
        int dimension, TorusMotion motion, TorusPotential v, FourierPotential u, ImmutableArray<double> x, IEnumerable<int> charges, double horizon) =>
        new(dimension, motion, v, u, x, [.. charges], horizon, Even(horizon), TorusCase.DefaultTolerance);

    private static ImmutableArray<double> Even(double horizon) =>
        [.. Enumerable.Range(0, Rows).Select(k => k == Rows - 1 ? horizon : horizon * k / (Rows - 1))];

    /// <summary>Fewer particles, no external potential, two rows, a shorter horizon: every step leaves fewer of them.</summary>
    private static IEnumerable<TorusCase> Simpler(TorusCase subject)
    {
        if (subject.Dipoles is null)
        {
            for (var i = 0; i < subject.Count && subject.Count > 1; i++)
            {
                yield return subject with { X = subject.X.RemoveRange(i * subject.Dimension, subject.Dimension), B = subject.B.RemoveAt(i) };
            }
        }
        else if (subject.Dipoles is { Z: var z, D: var d } && z.Length > subject.Dimension)
        {
            yield return TorusCase.OfDipoles(
                subject.Dimension, subject.Motion, subject.V, subject.U, z[..subject.Dimension], d[..subject.Dimension], subject.T, subject.Output, subject.Tolerance);
        }
        if (subject.U.Terms.Length > 0) yield return subject with { U = FourierPotential.Zero(subject.Dimension) };
        if (subject.Output.Length > 2) yield return subject with { Output = [0, subject.T] };
        foreach (var x in Rounded(subject)) yield return x;
    }

    private static IEnumerable<TorusCase> Rounded(TorusCase subject)
    {
        if (subject.Dipoles is not null) yield break;
        for (var i = 0; i < subject.X.Length; i++)
        {
            var rounder = Math.Round(subject.X[i], 2);
            if (rounder < 1 && Complexity.Digits(rounder) < Complexity.Digits(subject.X[i])) yield return subject with { X = subject.X.SetItem(i, rounder) };
        }
    }
}
