using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Smooth positive densities of both signs on the torus under the Groma-Balogh equations.</summary>
public static class GromaBaloghCases
{
    private const double Tolerance = 1e-7;

    /// <summary>In the plane a case must cost little.</summary>
    private const double PlaneTolerance = 1e-5;

    /// <summary>
    /// A mean of each sign and one to three waves that leave at least a fifth of it, on the circle, in the plane and on slip planes; interactions with
    /// (V1), (V2) and (V4); external potential or none; inviscid in three cases of four; three rows up to a horizon of 0.3 to 2
    /// times (in the plane 0.1 to 0.4 times) the least time in which the densities may change by a factor e, and at most that many units of time.
    /// </summary>
    public static Family<GromaBaloghCase> Smooth { get; } = new("groma-balogh", Draw(), Simpler);

    /// <summary>Smooth densities on the circle, with U or without, inviscid, at delta = 0.02, 0.01, 0.005 and 0.0025 times at most 1.</summary>
    public static Family<Ladder<GromaBaloghCase>> Ladders { get; } = new("groma-balogh-ladders", DrawLadder(), SimplerLadder);

    private static Gen<Ladder<GromaBaloghCase>> DrawLadder() =>
        from delta in Draws.LogUniform(0.005m, 0.02m)
        from free in Draws.Percent(30)
        from u in TorusDraws.External(1)
        from share in Gen.Choose(6, 14)
        from plus in Density(1, share)
        from minus in Density(1, 20 - share)
        from percent in Gen.Choose(20, 100)
        let horizon = Horizon(percent, free ? FourierPotential.Zero(1) : u, new TorusLogPotential(), plus, minus)
        select new Ladder<GromaBaloghCase>([.. Enumerable.Range(0, 4).Select(k => new GromaBaloghCase(
            1,
            TorusMotion.Isotropic,
            new TorusLogRegularisedPotential((double)delta * Math.ScaleB(1, -k)),
            free ? FourierPotential.Zero(1) : u,
            0,
            plus,
            minus,
            horizon,
            [0, horizon],
            null,
            Tolerance))]);

    private static IEnumerable<Ladder<GromaBaloghCase>> SimplerLadder(Ladder<GromaBaloghCase> ladder) =>
        ladder.Rungs[0].U.Terms.IsEmpty ? [] : [new([.. ladder.Rungs.Select(rung => rung with { U = FourierPotential.Zero(1) })])];

    private static Gen<GromaBaloghCase> Draw() =>
        from setting in Gen.Frequency((12, Gen.Constant(0)), (3, Gen.Constant(1)), (5, Gen.Constant(2)))
        let dimension = setting == 0 ? 1 : 2
        from v in TorusDraws.Regular(dimension)
        from free in Draws.Percent(30)
        from u in TorusDraws.External(dimension)
        from inviscid in Draws.Percent(75)
        from viscosity in Draws.LogUniform(0.001m, 0.05m)
        from share in Gen.Choose(6, 14)
        from plus in Density(dimension, share)
        from minus in Density(dimension, 20 - share)
        from percent in Gen.Choose(dimension == 1 ? 30 : 10, dimension == 1 ? 200 : 40)
        let horizon = Horizon(percent, free ? FourierPotential.Zero(dimension) : u, v, plus, minus)
        select new GromaBaloghCase(
            dimension,
            setting == 2 ? TorusMotion.Slip : TorusMotion.Isotropic,
            v,
            free ? FourierPotential.Zero(dimension) : u,
            inviscid ? 0 : (double)viscosity,
            plus,
            minus,
            horizon,
            [0, horizon / 2, horizon],
            null,
            dimension == 1 ? Tolerance : PlaneTolerance);

    /// <summary>
    /// A share of the time in which densities change by a factor e: their rate is at most sup|Lap U| and 4 pi^2 sum |k|^2 V_k |kappa_k|. Two digits.
    /// </summary>
    private static double Horizon(int percent, FourierPotential u, TorusPotential v, PeriodicDensity plus, PeriodicDensity minus)
    {
        var field = plus.Modes.Concat(minus.Modes).Sum(mode => mode.Square * v.Coefficient(mode.K.AsSpan()) * mode.Value.Magnitude);
        var rate = (u.Dimension * u.HessianBound) + (4 * Math.PI * Math.PI * field);
        return double.Parse((0.01 * percent / Math.Max(1, rate)).ToString("E1"));
    }

    /// <summary>A mean of <paramref name="twentieths"/>/20 and waves with amplitudes that add up to at most four fifths of it.</summary>
    private static Gen<PeriodicDensity> Density(int dimension, int twentieths) =>
        from count in Gen.Choose(1, dimension == 1 ? 3 : 2)
        from first in Gen.Choose(0, 2).ArrayOf(count)
        from second in Gen.Choose(-1, 1).ArrayOf(count)
        from size in Gen.Choose(1, 8).ArrayOf(count)
        from phase in Gen.Choose(0, 1).ArrayOf(count)
        let mean = twentieths / 20m
        select (PeriodicDensity)new SeriesDensity(new FourierPotential(
            dimension,
            [
                FourierTerm.Cosine((double)mean, [.. new int[dimension]]),
                .. Enumerable.Range(0, count).Select(i =>
                {
                    var amplitude = (double)(mean * size[i] / (10 * count));
                    ImmutableArray<int> k = Wave(dimension, first[i], second[i]);
                    return phase[i] == 0 ? FourierTerm.Cosine(amplitude, k) : FourierTerm.Sine(amplitude, k);
                }),
            ]));

    /// <summary>A wave vector other than 0.</summary>
    private static ImmutableArray<int> Wave(int dimension, int first, int second) =>
        dimension == 1 ? [Math.Max(1, first)] : first == 0 && second == 0 ? [1, 0] : [Math.Min(1, first), second];

    /// <summary>Without U, without viscosity, with one wave less, with two rows: each step leaves fewer of what can be simplified.</summary>
    private static IEnumerable<GromaBaloghCase> Simpler(GromaBaloghCase subject)
    {
        if (subject.U.Terms.Length > 0) yield return subject with { U = FourierPotential.Zero(subject.Dimension) };
        if (subject.Viscosity > 0) yield return subject with { Viscosity = 0 };
        if (Shorter(subject.Plus) is { } plus) yield return subject with { Plus = plus };
        if (Shorter(subject.Minus) is { } minus) yield return subject with { Minus = minus };
        if (subject.Output.Length > 2) yield return subject with { Output = [0, subject.T] };
    }

    private static SeriesDensity? Shorter(PeriodicDensity density) => density is SeriesDensity { Series.Terms: { Length: > 1 } terms } series
        ? new(new FourierPotential(series.Dimension, terms.RemoveAt(terms.Length - 1)))
        : null;
}
