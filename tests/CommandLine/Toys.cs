using Orowan.Cases;
using Orowan.Claims;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Tests.CommandLine;

/// <summary>Claims and cases whose findings are known without a calculation.</summary>
internal static class Toys
{
    /// <summary>n particles a unit apart with charges in turn, n = 2 + index mod 7: every claim here looks at n only.</summary>
    public static IFamily Family { get; } = new Counted(index => Line(2 + (index % 7)));

    public static LineCase Line(int count) => new(
        new LogPotential(),
        new ZeroPotential(),
        [.. Enumerable.Range(0, count).Select(i => (double)i)],
        [.. Enumerable.Range(0, count).Select(i => i % 2 == 0 ? 1 : -1)],
        0.25,
        [0, 0.125, 0.25],
        LineCase.DefaultTolerance);

    public static Entry Holding(string id = "A-toy") => Entry.OfHolding(AtMost(id, 8));

    /// <summary>Violated by more than four particles.</summary>
    public static Entry Violated(string id = "A-few") => Entry.OfHolding(AtMost(id, 4));

    /// <summary>Violated by more than four particles as printed; the counterexample has <paramref name="count"/>.</summary>
    public static Entry Corrected(int count) =>
        Entry.OfCorrected(AtMost("A-corrected", 8), AtMost("A-corrected", 4), Line(count), "five are more than four");

    /// <summary>Undecided on every case: the uncertainty is as large as the bound.</summary>
    public static Entry Vague() =>
        Entry.OfHolding(Claim("A-vague", _ => null, line => Comparison.AtMost(line.Count, 8, 8, "all particles")));

    /// <summary>Undecided on two particles, and holding on others.</summary>
    public static Entry VagueOnPairs() =>
        Entry.OfHolding(Claim("A-pairs", _ => null, line => Comparison.AtMost(line.Count, 8, line.Count == 2 ? 8 : 0, "all particles")));

    /// <summary>Undecided on every case: the check fails.</summary>
    public static Entry Crashing() =>
        Entry.OfHolding(Claim("A-crash", _ => null, _ => throw new InvalidOperationException("the check\nbroke")));

    /// <summary>Admits only cases of <paramref name="count"/> particles.</summary>
    public static Entry Narrow(int count) =>
        Entry.OfHolding(Claim(
            "A-narrow",
            line => line.Count == count ? null : "another number of particles",
            line => Comparison.AtMost(line.Count, 8, 0, "all particles")));

    /// <summary>A claim that asks for the run.</summary>
    public static Entry Solving() => Entry.OfHolding(new Claim<LineCase>(
        "A-run", "Toy", "The run has a row for each output time.", "By definition.", _ => null,
        (line, solver) => [Comparison.Equal(solver.Solve(line).Times.Length, line.Output.Length, 0, 1, "rows")]));

    private static Claim<LineCase> AtMost(string id, double bound) =>
        Claim(id, _ => null, line => Comparison.AtMost(line.Count, bound, 0, "all particles"));

    private static Claim<LineCase> Claim(string id, Func<LineCase, string?> hypotheses, Func<LineCase, Comparison> compare) =>
        new(id, "Toy | 1", "There are few particles, n_0 <= 4.", "Counting.", hypotheses, (line, _) => [compare(line)]);

    /// <summary>Cases by number; simpler is one particle less.</summary>
    internal sealed class Counted(Func<int, LineCase> at) : IFamily
    {
        public string Name => "counted";

        public Type SubjectType => typeof(LineCase);

        public ISubject At(ulong seed, int index) => at(index + (int)seed);

        public IEnumerable<ISubject> Simpler(ISubject subject) => subject is LineCase { Count: > 2 } line ? [Line(line.Count - 1)] : [];
    }
}
