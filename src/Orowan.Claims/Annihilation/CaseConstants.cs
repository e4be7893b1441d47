using System.Runtime.CompilerServices;
using Orowan.Formats;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Claims.Annihilation;

/// <summary>The constants of a case that several claims use, each found once: some take a search over enclosures of V and W.</summary>
internal sealed class CaseConstants
{
    /// <summary>The least distance that a bound on like gaps is looked for at; below it a constant 1/g is of no use in doubles.</summary>
    private const double Nearest = 1e-300;

    private const double Farthest = 1e3;

    private const int Halvings = 60;

    private static readonly ConditionalWeakTable<LineCase, CaseConstants> Known = [];

    private readonly LineCase subject;
    private readonly Lazy<double> k;
    private readonly Lazy<double> floorV;
    private readonly Lazy<double> floorW;
    private readonly Lazy<double> like;
    private readonly Lazy<double> energy;

    private CaseConstants(LineCase subject)
    {
        this.subject = subject;
        k = new(() => Admissibility.QuadraticLowerBound(subject.V, subject.W));
        floorV = new(() => LowestPair.WithSquare(subject.V, 1));
        floorW = new(() => LowestPair.WithSquare(subject.W, 1));
        like = new(LeastLikeGap);
        energy = new(() => LineEnergy.Of(subject.V, subject.W, new LineState([.. subject.X], [.. subject.B])));
    }

    /// <summary>K of (2.3) of A; infinite where it exceeds the doubles, as it does for V of strength 0.01 and a deep W: it is e^(2 depth/strength).</summary>
    public double K => k.Value;

    /// <summary>inf (V + r^2).</summary>
    public double FloorV => floorV.Value;

    /// <summary>inf (W + r^2).</summary>
    public double FloorW => floorW.Value;

    /// <summary>w0 = max(0, -W(0)).</summary>
    public double Depth => Math.Max(0, -subject.W.Value(0));

    /// <summary>A distance that like particles keep on [0, T] by <see cref="PairLevel"/>; 0 where the doubles have none.</summary>
    public double LikeGap => like.Value;

    public static CaseConstants Of(LineCase subject) => Known.GetValue(subject, s => new CaseConstants(s));

    /// <summary>2K(M_2(0) + ct) + w0/(2n), which the jumps of E_n up to t do not exceed together.</summary>
    public double JumpBound(double t) => (2 * K * SecondMoment(t)) + (Depth / (2 * subject.Count));

    /// <summary>
    /// S(t) such that V(g) + g^2 &lt;= S(t) for the distance g of any two like particles alive at t: n^2 (E_n + M_2) is the sum over all
    /// unordered pairs of V + r^2 or W + r^2, and n^2 times the mean squared; one pair pays V(g) + g^2, the others at least their floors,
    /// if these are negative; E_n(t) &lt;= E_n(0) + the jumps, M_2(t) &lt;= M_2(0) + ct.
    /// </summary>
    public double PairLevel(double t)
    {
        double n = subject.Count, plus = subject.CountOf(1), minus = subject.CountOf(-1);
        var others = (((plus * (plus - 1)) + (minus * (minus - 1))) / 2) - 1;
        return (n * n * (energy.Value + JumpBound(t) + SecondMoment(t))) - (others * Math.Min(0, FloorV)) - (plus * minus * Math.Min(0, FloorW));
    }

    /// <summary>
    /// Not below the speed of a particle of this sign: (1/n) [A_V (n_s - 1)/g + n_o sqrt(A_W Lip W')], as |V'(r)| &lt;= A_V/r, the m-th
    /// nearest on a side is at least m g away, and |W'(r)| &lt;= min(Lip(W') r, A_W/r). Infinite where g is below the doubles.
    /// </summary>
    public double Speed(int sign)
    {
        double n = subject.Count, same = subject.CountOf(sign), other = subject.CountOf(-sign);
        var opposite = subject.W is ZeroPotential ? 0 : Math.Sqrt(subject.W.SlopeBound * subject.W.SlopeLipschitz);
        return ((same > 1 ? subject.V.SlopeBound * (same - 1) / LikeGaps.LeastEver(subject, sign) : 0) + (other * opposite)) / n;
    }

    private double SecondMoment(double t) => LineClaims.Moment([.. subject.X], 2) + (LineClaims.MomentGrowth(subject) * t);

    /// <summary>The largest a, up to halving its logarithm, with V > S(T) on all of (0, a], by the enclosure of V there.</summary>
    private double LeastLikeGap()
    {
        var level = PairLevel(subject.T);
        bool Above(double a) => subject.V.Values(new Interval(0, a)).Low > level;
        if (!Above(Nearest)) return 0;
        var (low, high) = (Math.Log(Nearest), Math.Log(Farthest));
        for (var step = 0; step < Halvings; step++)
        {
            var middle = 0.5 * (low + high);
            if (Above(Math.Exp(middle))) low = middle;
            else high = middle;
        }
        return Math.Exp(low);
    }
}
