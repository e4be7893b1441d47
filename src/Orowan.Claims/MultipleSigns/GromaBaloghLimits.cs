using System.Collections.Immutable;
using System.Numerics;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// B, Theorem 3.6 and (3.16), (3.26): what becomes of densities as delta or epsilon tend to 0, as orders on ladders whose rungs halve the parameter.
/// </summary>
internal static class GromaBaloghLimits
{
    private const string Order =
        "The order is the logarithm to base 2 of the ratio at the last two rungs; with 1 - exp(-a) for a it differs from 1 by 0.36 a, below 0.15 for the waves and parameters of the ladder.";

    /// <summary>How far an order at finite parameters may be from 1.</summary>
    private const double Slack = 0.15;

    /// <summary>An order is told from others when it is known to this share of the slack.</summary>
    private const double Resolution = 0.5;

    /// <summary>Waves that the weak form is tested with.</summary>
    private const int Waves = 3;

    public static Claim<Ladder<GromaBaloghCase>> Regularisation { get; } = new(
        "B-3.6",
        "Theorem 3.6",
        "For smooth positive data rho_delta converges as delta tends to 0: the largest L^1 distance, over the rows, between rho_delta and rho_(delta/2) is of order delta, by slopes within 0.15 of 1, "
        + "which bounds that to the limit; and so is what rho_delta leaves of the weak form of (2.14) with V itself.",
        Order + " V_k exp(-c delta |k|) changes by c delta |k| V_k. (In the statement delta is fixed and tends to 0; only T is fixed.)",
        Hypotheses,
        CheckRegularisation);

    public static Claim<Ladder<GromaBaloghCase>> Viscosity { get; } = new(
        "B-eq-3.16",
        "Convergence (3.16)",
        "The first rung with viscosity epsilon, epsilon/2, epsilon/4 and epsilon/8, epsilon = 1/100, converges to that without at order epsilon in L^1, by a slope within 0.15 of 1.",
        "d/dt of the difference has the source epsilon Lap rho. " + Order,
        Hypotheses,
        CheckViscosity);

    private static string? Hypotheses(Ladder<GromaBaloghCase> ladder) =>
        ladder.Rungs.Length < 4 ? "fewer than four rungs"
        : ladder.Rungs.Zip(ladder.Rungs.Skip(1)).Any(pair => !(Math.Abs(pair.First.V.Delta - (2 * pair.Second.V.Delta)) <= 1e-9 * pair.First.V.Delta)) ? "delta is not halved from rung to rung"
        : ladder.Rungs.Any(rung => rung.V.Delta == 0) ? "a rung is not regularised"
        : ladder.Rungs.Any(rung => rung.Dimension != ladder.Rungs[0].Dimension) ? "rungs of several dimensions"
        : null;

    private static IEnumerable<Comparison> CheckRegularisation(Ladder<GromaBaloghCase> ladder, ISolver solver)
    {
        var trials = ladder.Rungs.Select(rung => GromaBaloghTrial.Of(rung, solver)).ToArray();
        yield return OrderOf(trials.Zip(trials.Skip(1), Distance), "distance of neighbouring rungs");
        yield return OrderOf(trials.Select(Residual), "rest of the weak form of (2.14)");
    }

    private static IEnumerable<Comparison> CheckViscosity(Ladder<GromaBaloghCase> ladder, ISolver solver)
    {
        const double Largest = 0.01;
        var trials = Enumerable.Range(0, 5)
            .Select(k => GromaBaloghTrial.Of(ladder.Rungs[0] with { Viscosity = k == 4 ? 0 : Math.ScaleB(Largest, -k) }, solver))
            .ToArray();
        yield return OrderOf(trials[..4].Select(viscous => Distance(viscous, trials[4])), "distance to the inviscid densities");
    }

    /// <summary>The order of the last two values, which belong to parameters that halve, against 1.</summary>
    private static Comparison OrderOf(IEnumerable<(double Value, double Error)> values, string at)
    {
        var last = values.TakeLast(2).ToArray();
        if (last.Any(v => !(v.Value > 0))) return Comparison.Unknown(at);
        var pushed = ((last[0].Error / last[0].Value) + (last[1].Error / last[1].Value)) / Math.Log(2);
        return Comparison.AtMost(Math.Abs(Math.Log2(last[0].Value / last[1].Value) - 1), Slack, pushed, $"order of the {at}", resolution: Resolution);
    }

    /// <summary>The largest L^1 distance of both species at rows of one time, on the coarser of the grids.</summary>
    private static (double Value, double Error) Distance(GromaBaloghTrial first, GromaBaloghTrial second)
    {
        double largest = 0;
        foreach (var (a, b) in first.Rows.Zip(second.Rows))
        {
            var side = Math.Min(a.Symbols.Side, b.Symbols.Side);
            largest = Math.Max(largest, new[] { 1, -1 }.Sum(sign => Thinned(a, sign, side).Zip(Thinned(b, sign, side), (x, y) => Math.Abs(x - y)).Average()));
        }
        return (largest, 2 * (first.Uncertainty + second.Uncertainty));
    }

    private static IEnumerable<double> Thinned(GromaBaloghSnapshot row, int sign, int side)
    {
        var (n, factor) = (row.Symbols.Side, row.Symbols.Side / side);
        return row.Row.Of(sign).Where((_, i) => row.Symbols.Dimension == 1 ? i % factor == 0 : i / n % factor == 0 && i % n % factor == 0);
    }

    /// <summary>
    /// int int rho^+ grad phi . grad(V_delta - V) * kappa for phi = (1 - t/T)^2 times a cosine or a sine of 2 pi k x_1, k = 1, 2, 3: the root of the sum of squares.
    /// </summary>
    private static (double Value, double Error) Residual(GromaBaloghTrial trial)
    {
        if (trial.Intervals.Any(interval => interval.Error is not null)) return (double.NaN, 0);
        var horizon = trial.Rows[^1].Time;
        var sums = new Complex[Waves];
        foreach (var interval in trial.Intervals)
        {
            var missing = interval.Nodes.ToDictionary(at => at, at => Missing(trial.Case, at));
            for (var k = 0; k < Waves; k++)
            {
                var wave = k;
                double Chi(GromaBaloghSnapshot at) => Math.Pow(1 - (at.Time / horizon), 2);
                sums[k] += new Complex(
                    interval.Integrate(at => Chi(at) * missing[at][wave].Real).Value, interval.Integrate(at => Chi(at) * missing[at][wave].Imaginary).Value);
            }
        }
        return (Math.Sqrt(sums.Sum(sum => Math.Pow(sum.Magnitude, 2))), trial.Uncertainty);
    }

    /// <summary>2 pi k times the coefficients at (k, 0) of rho^+ d_1(V_delta - V) * kappa.</summary>
    private static Complex[] Missing(GromaBaloghCase subject, GromaBaloghSnapshot at)
    {
        var limit = Unregularised(subject.V);
        var symbols = at.Symbols;
        var slope = symbols.Values(i =>
        {
            ImmutableArray<int> k = subject.Dimension == 1 ? [(int)symbols.First[i]] : [(int)symbols.First[i], (int)symbols.Second[i]];
            return 2 * symbols.First[i] == symbols.Side ? 0 : 2 * Math.PI * symbols.First[i] * Complex.ImaginaryOne * (symbols.V[i] - limit.Coefficient(k.AsSpan())) * at.Kappa(i);
        });
        var product = slope.Zip(at.Row.Plus, (s, rho) => new Complex(rho * s.Real, 0)).ToArray();
        symbols.Transform.Forward(product);
        return [.. Enumerable.Range(1, Waves).Select(k => 2 * Math.PI * k * product[symbols.At(k, 0)])];
    }

    private static TorusPotential Unregularised(TorusPotential v) => v switch
    {
        TorusLogRegularisedPotential => new TorusLogPotential(),
        TorusGreenPotential => new TorusGreenPotential(0),
        TorusEdgePotential => new TorusEdgePotential(0),
        _ => v,
    };
}
