using System.Collections.Immutable;
using Orowan.Flows;
using Orowan.Particles;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Particles;

/// <summary>The velocities of (1.2) and the energy (1.1) against the plainest code there is, and against each other.</summary>
public sealed class VelocitiesTests
{
    public static TheoryData<string, int> Samples
    {
        get
        {
            var samples = new TheoryData<string, int>();
            foreach (var pair in RandomStates.Pairs.Keys)
            {
                foreach (var n in new[] { 1, 2, 3, 7, 8, 9, 33, 150 }) samples.Add(pair, n);
            }
            return samples;
        }
    }

    public static TheoryData<string> PairNames => [.. RandomStates.Pairs.Keys];

    /// <summary>
    /// Each distance is a sum of at most N rounded gaps, so it is wrong by N spacings of itself, and V' by N |r V''| of them; the sum
    /// of N terms adds N spacings of their absolute values, and the naive sum as many again.
    /// </summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Velocities_are_those_of_a_naive_double_loop(string pair, int n)
    {
        var (v, w) = RandomStates.Pairs[pair];
        for (var seed = 0; seed < 5; seed++)
        {
            var state = RandomStates.Draw(new Random((1000 * n) + seed), n);
            var velocities = LineFlow.Velocities(v, w, state);
            for (var i = 0; i < n; i++)
            {
                foreach (var forwards in new[] { true, false })
                {
                    var (naive, terms) = Naive(v, w, state, i, forwards);
                    Within(Math.Abs(velocities[i] - naive), 3 * n * Floating.Spacing * terms, $"velocity of particle {i}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_energy_is_that_of_a_naive_double_loop(string pair, int n)
    {
        var (v, w) = RandomStates.Pairs[pair];
        for (var seed = 0; seed < 5; seed++)
        {
            var state = RandomStates.Draw(new Random((2000 * n) + seed), n);
            double ordered = 0, terms = 0;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    if (i == j || state.B[i] == 0 || state.B[j] == 0) continue;
                    var term = (state.B[i] == state.B[j] ? v : w).Value(state.X[i] - state.X[j]);
                    ordered += term;
                    terms += Math.Abs(term);
                }
            }
            var size = (double)n * n;
            Within(Math.Abs(LineEnergy.Of(v, w, state) - (ordered / (2 * size))), 2 * n * n * Floating.Spacing * terms / size, "energy");
        }
    }

    /// <summary>
    /// The gradient in closed form is minus the velocity over n; both are sums of the same terms, in other orders and from other distances.
    /// </summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void The_velocity_is_minus_n_times_the_gradient(string pair, int n)
    {
        var (v, w) = RandomStates.Pairs[pair];
        var state = RandomStates.Draw(new Random(n), n);
        var velocities = LineFlow.Velocities(v, w, state);
        var gradient = LineEnergy.Gradient(v, w, state);
        for (var i = 0; i < n; i++)
        {
            var (_, terms) = Naive(v, w, state, i, forwards: true);
            Within(Math.Abs(velocities[i] + (n * gradient[i])), 3 * n * Floating.Spacing * terms, $"particle {i}");
        }
    }

    /// <summary>
    /// Richardson's table of central difference quotients of the energy, which halves its step until rounding wins: its own two last
    /// entries say how far it can be trusted, and that is required to be a millionth of the largest velocity.
    /// </summary>
    [Theory]
    [MemberData(nameof(PairNames))]
    public void The_velocity_is_minus_n_times_the_difference_quotient_of_the_energy(string pair)
    {
        var (v, w) = RandomStates.Pairs[pair];
        const int Count = 9;
        var state = RandomStates.Draw(new Random(77), Count);
        var velocities = LineFlow.Velocities(v, w, state);
        var largest = velocities.Max(Math.Abs);
        foreach (var i in state.Alive())
        {
            var nearest = state.Alive().Where(j => j != i).Min(j => Math.Abs(state.X[j] - state.X[i]));
            double Energy(double by)
            {
                var x = (double[])state.X.Clone();
                x[i] += by;
                return LineEnergy.Of(v, w, state with { X = x });
            }

            var (slope, error) = Richardson(h => (Energy(h) - Energy(-h)) / (2 * h), 0.2 * nearest);
            Within(Count * error, 1e-6 * largest, "trust in the difference quotient");
            Within(Math.Abs(velocities[i] + (Count * slope)), 1e-6 * largest, $"velocity of particle {i}");
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_exchange_of_all_signs_changes_no_bit(string pair, int n)
    {
        var (v, w) = RandomStates.Pairs[pair];
        var state = RandomStates.Draw(new Random(n), n);
        var exchanged = state with { B = [.. state.B.Select(b => -b)] };
        Assert.Equal(LineFlow.Velocities(v, w, state), LineFlow.Velocities(v, w, exchanged));
        Assert.Equal(LineEnergy.Of(v, w, state), LineEnergy.Of(v, w, exchanged));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reflection_reflects(string pair, int n)
    {
        var (v, w) = RandomStates.Pairs[pair];
        var state = RandomStates.Draw(new Random(n), n);
        var reflected = new LineState([.. state.X.Reverse().Select(x => -x)], [.. state.B.Reverse()]);
        var (ours, theirs) = (LineFlow.Velocities(v, w, state), LineFlow.Velocities(v, w, reflected));
        for (var i = 0; i < n; i++)
        {
            var (_, terms) = Naive(v, w, state, i, forwards: true);
            Within(Math.Abs(ours[i] + theirs[n - 1 - i]), 3 * n * Floating.Spacing * terms, $"particle {i}");
        }
    }

    /// <summary>Positions are multiples of 2^-20 and the shift is too, so that the translation itself is exact.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Translation_changes_no_bit(string pair, int n)
    {
        var (v, w) = RandomStates.Pairs[pair];
        var state = RandomStates.Draw(new Random(n), n);
        var shifted = state with { X = [.. state.X.Select(x => x + 1024.25)] };
        Assert.Equal(LineFlow.Velocities(v, w, state), LineFlow.Velocities(v, w, shifted));
        Assert.Equal(LineEnergy.Of(v, w, state), LineEnergy.Of(v, w, shifted));
    }

    [Fact]
    public void Ghosts_rest_exert_nothing_and_count()
    {
        var (v, w) = RandomStates.Pairs["log, attraction"];
        var bare = LineFlow.Velocities(v, w, new LineState([-1, 0.5, 2], [1, -1, -1]));
        var haunted = LineFlow.Velocities(v, w, new LineState([-1, 0.5, 0.5, 0.6, 2, 9], [1, 0, -1, 0, -1, 0]));
        Assert.Equal([0.5 * bare[0], 0, 0.5 * bare[1], 0, 0.5 * bare[2], 0], haunted);
    }

    /// <summary>Below the spacing of doubles the logarithm of the gap stands for it.</summary>
    [Fact]
    public void A_gap_that_is_written_apart_is_used()
    {
        var (v, w) = RandomStates.Pairs["log, attraction"];
        var close = new LineState([0.3, 0.3], [1, 1]) { LogGap = LineStateGap(0, Math.Log(1e-20)) };
        var velocities = LineFlow.Velocities(v, w, close);
        Assert.Equal(0.5e20, velocities[1], 1e7);
        Assert.Equal(-velocities[1], velocities[0]);
        Assert.Equal(20 * Math.Log(10) / 4, LineEnergy.Of(v, w, close), 1e-12);
    }

    [Fact]
    public void Alive_neighbours_out_of_order_are_refused()
    {
        var (v, w) = RandomStates.Pairs["log, attraction"];
        Assert.Throws<ArgumentException>(() => LineFlow.Velocities(v, w, new LineState([0, 1, 0.5], [1, -1, 1])));
        Assert.Throws<ArgumentException>(() => LineFlow.Velocities(v, w, new LineState([0, 0], [1, -1])));
        Assert.Throws<ArgumentException>(() => LineFlow.Velocities(v, w, new LineState([0, double.NaN], [1, -1])));
    }

    private static ImmutableDictionary<int, double> LineStateGap(int left, double logarithm) =>
        ImmutableDictionary<int, double>.Empty.Add(left, logarithm);

    /// <summary>v_i, and what its rounding is relative to: (1/n) sum over j of |f'| + |r f''|.</summary>
    private static (double Velocity, double Terms) Naive(Potential v, Potential w, LineState state, int i, bool forwards)
    {
        double sum = 0, terms = 0;
        var n = state.X.Length;
        for (var k = 0; k < n; k++)
        {
            var j = forwards ? k : n - 1 - k;
            if (j == i || state.B[i] == 0 || state.B[j] == 0) continue;
            var f = state.B[i] == state.B[j] ? v : w;
            var r = state.X[i] - state.X[j];
            sum -= f.Slope(r);
            terms += Math.Abs(f.Slope(r)) + Math.Abs(r * f.Curvature(r));
        }
        return (sum / n, terms / n);
    }

    private static (double Limit, double Error) Richardson(Func<double, double> quotient, double step)
    {
        const int Rows = 8;
        var table = new double[Rows, Rows];
        var (best, error) = (double.NaN, double.PositiveInfinity);
        for (var i = 0; i < Rows; i++)
        {
            table[i, 0] = quotient(step / Math.Pow(2, i));
            for (var j = 1; j <= i; j++)
            {
                table[i, j] = table[i, j - 1] + ((table[i, j - 1] - table[i - 1, j - 1]) / (Math.Pow(4, j) - 1));
                var change = Math.Max(Math.Abs(table[i, j] - table[i, j - 1]), Math.Abs(table[i, j] - table[i - 1, j - 1]));
                if (change < error) (best, error) = (table[i, j], change);
            }
        }
        return (best, error);
    }

    private static void Within(double value, double bound, string what) => Assert.True(value <= bound, $"{what}: {value:R} > {bound:R}");
}
