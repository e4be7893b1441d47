using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Tests.Formats;

/// <summary>Cases and runs that are valid as documents, from a seed; numbers of every magnitude that a double has.</summary>
internal sealed class RandomSubjects(int seed)
{
    private readonly Random random = new(seed);

    public LineCase Case()
    {
        var x = Increasing(random.Next(1, 9), Position);
        var horizon = Positive();
        return new(
            Potential(3), Potential(3), x, [.. Charges(x.Length)], horizon,
            Increasing(random.Next(1, 6), () => horizon * random.NextDouble()), Math.Pow(10, -2 - (11 * random.NextDouble())));
    }

    public LineRun Run(LineCase subject)
    {
        var times = Increasing(random.Next(1, 6), () => subject.T * random.NextDouble());
        var (m, n) = (times.Length, subject.Count);
        return new(times, [.. times.Select(_ => Numbers(n).ToArray())], [.. times.Select(_ => Charges(n))])
        {
            Collisions = Half() ? Collisions(subject) : null,
            Energy = Half() ? Numbers(m) : null,
            Dissipation = Half() ? Numbers(m) : null,
            Uncertainty = Half() ? Positive() : null,
            Solver = Half() ? "solver \"1.0+é\" \\ \n \u2028" : null,
            Statistics = Half() ? Statistics() : null,
            Close = Half() && n > 1 ? [new(0, n - 1, [.. Enumerable.Range(0, m).Select(_ => Half() ? Number() : (double?)null)])] : [],
            Ended = Half() ? "singular contact" : null,
        };
    }

    public Potential Potential(int depth) => random.Next(depth > 0 ? 11 : 8) switch
    {
        0 => new ZeroPotential(),
        1 => new LogPotential(),
        2 => new WallPotential(),
        3 => new RegularisedLogPotential(Moderate()),
        4 => new RegularisedWallPotential(Moderate()),
        5 => new GaussianPotential(-Moderate(), Moderate()),
        6 => new LorentzianPotential(Moderate(), Moderate()),
        7 => new SubLogPotential(1 - random.NextDouble()),
        8 => new ScaledPotential(-Moderate(), Moderate(), Potential(depth - 1)),
        9 => new NegatedPotential(Potential(depth - 1)),
        _ => new SumPotential([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Potential(depth - 1))]),
    };

    private ImmutableArray<Collision>? Collisions(LineCase subject)
    {
        if (subject.Count < 2) return [];
        return [.. Increasing(random.Next(0, 4), () => subject.T * random.NextDouble())
            .Select(time => new Collision(time, [(0, subject.Count - 1), (0, 1)], [Number(), Number()]))];
    }

    private ImmutableSortedDictionary<string, long> Statistics() => ImmutableSortedDictionary.Create<string, long>(StringComparer.Ordinal)
        .Add("steps", random.NextInt64())
        .Add("a.b \"c\"", -random.NextInt64())
        .Add("", long.MaxValue);

    private static ImmutableArray<double> Increasing(int count, Func<double> draw) =>
        [.. Enumerable.Range(0, count).Select(_ => draw()).Distinct().Order()];

    private ImmutableArray<double> Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => Number())];

    private int[] Charges(int count) => [.. Enumerable.Range(0, count).Select(_ => Charge())];

    private int Charge() => random.Next(-1, 2);

    private bool Half() => random.Next(2) == 0;

    /// <summary>Any finite double: random bits, or one of those that a sloppy writer gets wrong.</summary>
    private double Number() => random.Next(6) switch
    {
        0 => -0.0,
        1 => 0.1 + 0.2,
        2 => double.Epsilon,
        3 => double.MaxValue,
        _ => Finite(random.NextInt64(long.MinValue, long.MaxValue)),
    };

    /// <summary>A position of a case, of any size from 1e-99 to 1e99, with all its digits.</summary>
    private double Position() => random.Next(6) switch
    {
        0 => -0.0,
        1 => 0.1 + 0.2,
        _ => (Half() ? 1 : -1) * Math.Pow(10, (198 * random.NextDouble()) - 99),
    };

    private double Positive() => Math.Abs(Moderate());

    private double Moderate() => Math.Exp(6 * (random.NextDouble() - 0.5));

    private static double Finite(long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        return double.IsFinite(value) ? value : 1.0 / 3;
    }
}
