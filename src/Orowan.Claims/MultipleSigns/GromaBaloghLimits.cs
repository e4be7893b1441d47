using System.Collections.Immutable;
using System.Numerics;
using Orowan.Formats;
using Orowan.Measures;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>
/// B, Theorem 3.6 and (3.16), (3.26): what becomes of densities as delta or epsilon tend to 0, as orders on ladders whose rungs halve the parameter.
/// </summary>
internal static class GromaBaloghLimits
{
    private const string Order =
        "The order is the slope of the logarithms over all rungs, by least squares, with three standard errors; where an effect saturates as 1 - exp(-a) that of two rungs is below 1 by 0.36 a, a at the larger.";

    /// <summary>How far an order at finite parameters may be from 1.</summary>
    private const double Slack = 0.15;

    /// <summary>An order is told from others when it is known to this share of the slack: from 0 and from 2 in any case.</summary>
    private const double Resolution = 0.7;

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
        : ladder.Rungs.Any(rung => !IsAlike(rung, ladder.Rungs[0])) ? "rungs that differ in more than delta"
        : ladder.Rungs.Select(rung => TorusAdmissibility.ReasonAgainst(rung.V, slip: false)).FirstOrDefault(reason => reason is not null);

    /// <summary>Whether two rungs differ in delta alone.</summary>
    private static bool IsAlike(GromaBaloghCase rung, GromaBaloghCase first) =>
        rung.V.GetType() == first.V.GetType() && string.Equals($"{rung with { V = first.V }}", $"{first}", StringComparison.Ordinal);

    private static IEnumerable<Comparison> CheckRegularisation(Ladder<GromaBaloghCase> ladder, ISolver solver)
    {
        var (trials, early) = Follow(ladder.Rungs, solver);
        if (early is { } reason)
        {
            yield return reason;
            yield break;
        }
        yield return OrderOf(trials.Zip(trials.Skip(1), (a, b) => (a.Case.V.Delta, Distance(a, b))), "distance of neighbouring rungs");
        yield return OrderOf(trials.Select(trial => (trial.Case.V.Delta, Residual(trial))), "rest of the weak form of (2.14)");
    }

    private static IEnumerable<Comparison> CheckViscosity(Ladder<GromaBaloghCase> ladder, ISolver solver)
    {
        const double Largest = 0.01;
        var (trials, early) = Follow([ladder.Rungs[0], .. Enumerable.Range(0, 4).Select(k => ladder.Rungs[0] with { Viscosity = Math.ScaleB(Largest, -k) })], solver);
        if (early is { } reason)
        {
            yield return reason;
            yield break;
        }
        yield return OrderOf(trials[1..].Select(viscous => (viscous.Case.Viscosity, Distance(viscous, trials[0]))), "distance to the inviscid densities");
    }

    /// <summary>The trials of all rungs; rungs without the same rows have no distance, and the first that breaks off ends the work.</summary>
    private static (GromaBaloghTrial[] Trials, Comparison? Early) Follow(IEnumerable<GromaBaloghCase> rungs, ISolver solver)
    {
        var trials = new List<GromaBaloghTrial>();
        foreach (var rung in rungs)
        {
            var trial = GromaBaloghTrial.Of(rung, solver);
            if (trial.Run.Ended is not null || (trials.Count > 0 && trial.Rows.Length != trials[0].Rows.Length))
                return ([], Comparison.Unknown($"the run with delta = {rung.V.Delta:R}, epsilon = {rung.Viscosity:R} breaks off"));
            trials.Add(trial);
        }
        return ([.. trials], null);
    }

    /// <summary>The order of values that belong to parameters, against 1.</summary>
    private static Comparison OrderOf(IEnumerable<(double Parameter, Estimate Value)> values, string at)
    {
        var points = values.Select(v => (v.Parameter, v.Value.Value, v.Value.Error / v.Value.Value)).ToArray();
        if (points.Any(point => !(point.Value > 0))) return Comparison.Unknown(at);
        var (slope, error) = Rates.Of(points);
        return Comparison.AtMost(Math.Abs(slope - 1), Slack, error, $"order of the {at}", resolution: Resolution);
    }

    /// <summary>The largest L^1 distance of both species at rows of one time, on the coarser of the grids.</summary>
    private static Estimate Distance(GromaBaloghTrial first, GromaBaloghTrial second)
    {
        double largest = 0;
        foreach (var (a, b) in first.Rows.Zip(second.Rows))
        {
            var side = Math.Min(a.Symbols.Side, b.Symbols.Side);
            largest = Math.Max(largest, new[] { 1, -1 }.Sum(sign => Thinned(a, sign, side).Zip(Thinned(b, sign, side), (x, y) => Math.Abs(x - y)).Average()));
        }
        return new(largest, 2 * (first.Uncertainty + second.Uncertainty));
    }

    private static IEnumerable<double> Thinned(GromaBaloghSnapshot row, int sign, int side)
    {
        var (n, factor) = (row.Symbols.Side, row.Symbols.Side / side);
        return row.Row.Of(sign).Where((_, i) => row.Symbols.Dimension == 1 ? i % factor == 0 : i / n % factor == 0 && i % n % factor == 0);
    }

    /// <summary>
    /// int int rho^+ grad phi . grad(V_delta - V) * kappa for phi = (1 - t/T)^2 times a cosine or a sine of 2 pi k x_1, k = 1, 2, 3: the root of the sum of squares.
    /// </summary>
    private static Estimate Residual(GromaBaloghTrial trial)
    {
        if (trial.Intervals.Any(interval => interval.Error is not null)) return new(double.NaN, 0);
        var horizon = trial.Rows[^1].Time;
        var missing = trial.Intervals.SelectMany(interval => interval.Nodes).ToDictionary(at => at, at => Missing(trial.Case, at));
        Estimate Of(int wave, Func<Complex, double> part) => trial.Total(at => Math.Pow(1 - (at.Time / horizon), 2) * part(missing[at][wave]));
        Estimate[] parts = [.. Enumerable.Range(0, Waves).SelectMany(k => new[] { Of(k, z => z.Real), Of(k, z => z.Imaginary) })];
        return new(Math.Sqrt(parts.Sum(p => p.Value * p.Value)), Math.Sqrt(parts.Sum(p => p.Error * p.Error)) + trial.Uncertainty);
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

    /// <summary>The potential that V_delta regularises.</summary>
    public static TorusPotential Unregularised(TorusPotential v) => v switch
    {
        TorusLogRegularisedPotential => new TorusLogPotential(),
        TorusGreenPotential => new TorusGreenPotential(0),
        TorusEdgePotential => new TorusEdgePotential(0),
        _ => v,
    };
}
