using Orowan.Continuum;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>Theorem 5.1 of A, step 3: the three integrals of (5.6) and their limits, and that the limit solves (3.6).</summary>
/// <remarks>
/// Test functions sin and cos, cut off outside the supports: they and their derivatives are at most 1 in size. In the double integrals
/// densities enter by the masses of their cells at the centres, an error of order h^2 that half the cells show as they show the others.
/// </remarks>
internal static class Section5Terms
{
    private const double Resolution = 0.1;

    private static readonly TestWave[] Waves =
    [
        new("sin", Math.Sin, Math.Cos, x => -Math.Sin(x), x => -Math.Cos(x)),
        new("cos", Math.Cos, x => -Math.Sin(x), x => -Math.Cos(x), Math.Sin),
    ];

    public static Claim<DensityCase> First { get; } = Section5Convergence.About(
        "A-5.1-display-9",
        "Theorem 5.1, step 3: limit of the first integral",
        "|int f dmu_N^+- - int f drho^+-| <= m_+-^(1/2) 1.467 a_(N/2), f = d phi/dt at one time, f = sin and cos; a_n as in A-5.1.",
        "|f'| <= 1, Cauchy-Schwarz on an optimal plan, and A-5.1. u: the same with the errors of both in W, and of those that a_(N/2) is from.",
        CheckFirst);

    public static Claim<DensityCase> Second { get; } = Section5Convergence.About(
        "A-5.1-display-11",
        "Theorem 5.1, step 3: limit of the second integral",
        "I = int int phi'(x) W'(x - y) d([kappa]_+- x [kappa]_-+) differs between mu_N and rho by at most m_-+ (B + L) D_+- + m_+- max(B, L) D_-+, L = Lip W', B = (A_W L)^(1/2) >= sup|W'|, "
        + "D = 1.467 (d_(N/2) + 1/N) of A-5.1-display-7.",
        "The integrand has size B and slopes B + L in x and L in y; one factor of the product at a time. u: 1.6 times the most that half the cells change, and the same modulus with what errors of the particles make of "
        + "distribution functions, on both sides.",
        (trial, ladder) => Check(trial, ladder, new WholeSecond(trial.Case)));

    public static Claim<DensityCase> Third { get; } = Section5Convergence.About(
        "A-5.1-display-12",
        "Theorem 5.1, step 3: limit of the third integral",
        "For V = -log, I = (1/2) int int (phi'(x) - phi'(y)) V'(x - y) d([kappa]_+- x [kappa]_+-) differs between mu_N and rho by at most m_+- (D_+- + 1/(2N)), D as in A-5.1-display-11.",
        "The integrand -(phi'(x) - phi'(y))/(x - y) has size 1 and slopes 1/2; the atoms' diagonal, which is left out for mu_n, weighs m/(2N).",
        (trial, ladder) => Check(trial, ladder, new WholeThird())) with
    {
        Hypotheses = c => ReasonAgainstLogarithm(c) ?? ParticleLadder.ReasonAgainst(c),
    };

    public static Claim<DensityCase> Solution { get; } = Section5Convergence.About(
        "A-5.1-step-3",
        "Theorem 5.1, step 3: rho is a solution to (1.3)",
        "For V = -log, int phi drho^+-(t) - int phi drho^+-(0) + int_0^t [the second and the third integral of (3.6)] = 0 for rho by finite volumes, phi' = sin and cos.",
        "(3.6) against phi(x) times the indicator of (0, t). u: m^(1/2) times the stated error; 1.6 t times the most that half the cells change of the integrals; "
        + "and in time what the trapezoidal rule changes when every other row is left out.",
        CheckSolution) with
    {
        Hypotheses = c => ReasonAgainstLogarithm(c) ?? ParticleLadder.ReasonAgainst(c),
    };

    /// <summary>The species that are there.</summary>
    private static IEnumerable<int> Signs(Section5Trial trial) => new[] { 1, -1 }.Where(sign => trial.Case.Of(sign).Mass > 0);

    private static string? ReasonAgainstLogarithm(DensityCase subject) =>
        Admissibility.ReasonAgainst(subject.V, subject.W) ?? (subject.V is LogPotential ? null : "V is not -log");

    private static IEnumerable<Comparison> CheckFirst(Section5Trial trial, ParticleLadder ladder)
    {
        var rows = Enumerable.Range(0, trial.Rows.Length).ToArray();
        var tail = Section5Convergence.DistanceTail(trial, ladder);
        var error = trial.Uncertainty + ladder.Last.Trial.Uncertainty + (Section5Convergence.Tail * ladder.LastError);
        foreach (var row in rows)
        {
            foreach (var sign in Signs(trial))
            {
                var root = Math.Sqrt(trial.Case.Of(sign).Mass);
                foreach (var wave in Waves)
                {
                    var difference = Math.Abs(wave.Against(ladder.Last.Species(row, sign)) - wave.Against(QuantileTransport.Of(trial.Rows[row], sign)));
                    var at = $"int {wave.Name} dmu^{Sign(sign)}, {ladder.Last.Count} particles and density at t = {trial.Rows[row].Time:R}";
                    yield return Comparison.AtMostOnScale(difference, root * tail, root * error, 1, at, Resolution);
                }
            }
        }
    }

    private static IEnumerable<Comparison> Check(Section5Trial trial, ParticleLadder ladder, IWhole whole)
    {
        var grain = 1.0 / ladder.Last.Count;
        var (plus, minus) = (Section5Convergence.AliveTail(trial, ladder, 1), Section5Convergence.AliveTail(trial, ladder, -1));
        foreach (var sign in Signs(trial))
        {
            var (own, other) = (trial.Case.Of(sign).Mass, trial.Case.Of(-sign).Mass);
            var bound = whole.Modulus(own, other, sign > 0 ? plus : minus, sign > 0 ? minus : plus) + (own * whole.Diagonal * grain);
            // Places wrong by u make the integral of |F - G| wrong by at most u times the mass: of the last rung for the value, of two for the tail.
            var places = ladder.Last.Trial.Uncertainty + (Section5Convergence.Tail * ladder.LastError);
            var moved = whole.Modulus(own, other, own * places, other * places);
            foreach (var wave in Waves)
            {
                var (ofDensity, error) = Integrals(trial, ladder, whole, wave, sign);
                for (var row = 0; row < trial.Rows.Length; row++)
                {
                    var difference = Math.Abs(whole.Integral(Measures.Of(ladder.Last, row, sign), wave, atoms: true) - ofDensity[row]);
                    var at = $"phi = {wave.Name}, sign {Sign(sign)}, {ladder.Last.Count} particles and density at t = {trial.Rows[row].Time:R}";
                    yield return Comparison.AtMostOnScale(difference, bound, error + moved, Math.Max(bound, whole.Size), at, Resolution);
                }
            }
        }
    }

    /// <summary>The integral for each row of the density, and 1.6 times the most that half the cells change.</summary>
    private static (double[] Values, double Error) Integrals(Section5Trial trial, ParticleLadder ladder, IWhole whole, TestWave wave, int sign)
    {
        double[] fine = [.. trial.Rows.Select(row => whole.Integral(Measures.Of(row, sign), wave, atoms: false))];
        double[] coarse = [.. ladder.Coarse.Select(row => whole.Integral(Measures.Of(row, sign), wave, atoms: false))];
        return (fine, DensityOrders.Caution * fine.Zip(coarse, (a, b) => Math.Abs(a - b)).Max());
    }

    private static IEnumerable<Comparison> CheckSolution(Section5Trial trial, ParticleLadder ladder)
    {
        IWhole[] wholes = [new WholeSecond(trial.Case), new WholeThird()];
        foreach (var sign in Signs(trial))
        {
            var place = Math.Sqrt(trial.Case.Of(sign).Mass) * trial.Uncertainty;
            foreach (var wave in Waves)
            {
                var integrals = wholes.Select(whole => Integrals(trial, ladder, whole, wave, sign)).ToArray();
                double[] force = [.. trial.Rows.Select((_, row) => integrals.Sum(integral => integral.Values[row]))];
                double[] moment = [.. trial.Rows.Select(row => wave.Against(QuantileTransport.Of(row, sign)))];
                for (var last = 2; last < trial.Rows.Length; last += 2)
                {
                    var (fine, coarse) = (Trapezoid(trial, force, last, 1), Trapezoid(trial, force, last, 2));
                    var error = place + (trial.Rows[last].Time * integrals.Sum(integral => integral.Error)) + Math.Abs(fine - coarse);
                    yield return Comparison.Equal(moment[last] - moment[0] + fine, 0, error, 1, $"phi = {wave.Name}, sign {Sign(sign)}, up to t = {trial.Rows[last].Time:R}", Resolution);
                }
            }
        }
    }

    private static double Trapezoid(Section5Trial trial, double[] values, int last, int stride)
    {
        double sum = 0;
        for (var k = stride; k <= last; k += stride) sum += (trial.Rows[k].Time - trial.Rows[k - stride].Time) * (values[k] + values[k - stride]) / 2;
        return sum;
    }

    private static (double Place, double Mass)[] Atoms(IEnumerable<QuantilePiece> pieces) => [.. pieces.Select(p => ((p.From + p.To) / 2, p.Mass))];

    private static char Sign(int sign) => sign > 0 ? '+' : '-';

    /// <summary>A test function with two derivatives and a primitive.</summary>
    private sealed record TestWave(string Name, Func<double, double> Value, Func<double, double> Slope, Func<double, double> Curvature, Func<double, double> Primitive)
    {
        /// <summary>Its integral against a measure, exactly.</summary>
        public double Against(IEnumerable<QuantilePiece> pieces) =>
            pieces.Sum(p => p.Mass * (p.To > p.From ? (Primitive(p.To) - Primitive(p.From)) / (p.To - p.From) : Value(p.From)));
    }

    /// <summary>What is alive of a sign and of the other.</summary>
    private sealed record Measures((double Place, double Mass)[] Own, (double Place, double Mass)[] Other)
    {
        public static Measures Of(ParticleRung rung, int row, int sign) => new(Atoms(rung.Alive(row, sign)), Atoms(rung.Alive(row, -sign)));

        public static Measures Of(DensityRow row, int sign) => new(Atoms(SignedPieces.Alive(row, sign)), Atoms(SignedPieces.Alive(row, -sign)));
    }

    /// <summary>An integral over a product of measures.</summary>
    private interface IWhole
    {
        /// <summary>How much the diagonal of atoms weighs, as a multiple of the mass over n.</summary>
        double Diagonal { get; }

        /// <summary>The size of the integrand.</summary>
        double Size { get; }

        /// <summary>How much the integral changes when the measures, of at most these masses, change by these distances.</summary>
        double Modulus(double own, double other, double distanceOfOwn, double distanceOfOther);

        double Integral(Measures measures, TestWave wave, bool atoms);
    }

    /// <summary>int int phi'(x) W'(x - y).</summary>
    private sealed class WholeSecond(DensityCase subject) : IWhole
    {
        private readonly double lipschitz = subject.W.SlopeLipschitz;

        private readonly double largest = Math.Sqrt(subject.W.SlopeBound * subject.W.SlopeLipschitz);

        public double Diagonal => 0;

        public double Size => Math.Max(largest, 1e-3);

        public double Modulus(double own, double other, double distanceOfOwn, double distanceOfOther) =>
            subject.W is ZeroPotential ? 0 : (other * (largest + lipschitz) * distanceOfOwn) + (own * Math.Max(largest, lipschitz) * distanceOfOther);

        public double Integral(Measures measures, TestWave wave, bool atoms) =>
            subject.W is ZeroPotential ? 0 : measures.Own.Sum(x => x.Mass * wave.Slope(x.Place) * measures.Other.Sum(y => y.Mass * subject.W.Slope(x.Place - y.Place)));
    }

    /// <summary>(1/2) int int (phi'(x) - phi'(y)) V'(x - y) for V = -log; on the diagonal the integrand is -phi''.</summary>
    private sealed class WholeThird : IWhole
    {
        public double Diagonal => 0.5;

        public double Size => 1;

        public double Modulus(double own, double other, double distanceOfOwn, double distanceOfOther) => own * distanceOfOwn;

        public double Integral(Measures measures, TestWave wave, bool atoms)
        {
            var own = measures.Own;
            double[] slopes = [.. own.Select(x => wave.Slope(x.Place))];
            double sum = 0;
            for (var i = 0; i < own.Length; i++)
            {
                double row = 0;
                for (var j = 0; j < i; j++) row -= own[j].Mass * (slopes[i] - slopes[j]) / (own[i].Place - own[j].Place);
                sum += own[i].Mass * ((2 * row) - (atoms ? 0 : own[i].Mass * wave.Curvature(own[i].Place)));
            }
            return sum / 2;
        }
    }
}
