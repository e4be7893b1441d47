using Orowan.Formats;

namespace Orowan.Claims;

/// <summary>A statement of a paper, or one of ours beside it, as a value that can be checked on subjects of one type.</summary>
public interface IClaim
{
    /// <summary>Id as in the reports: paper, number as printed, part.</summary>
    string Id { get; }

    /// <summary>Label as printed, such as "Proposition 4.5(i)".</summary>
    string Label { get; }

    /// <summary>The statement in plain text, with its constants explicit.</summary>
    string Statement { get; }

    /// <summary>Where the constants come from.</summary>
    string Derivation { get; }

    /// <summary>The type of subject it is about.</summary>
    Type SubjectType { get; }

    /// <summary>Judges a subject of type <see cref="SubjectType"/> with runs from <paramref name="solver"/>.</summary>
    /// <exception cref="ArgumentException">The subject is of another type.</exception>
    Finding Judge(ISubject subject, ISolver solver);
}

/// <summary>A claim about subjects of type <typeparamref name="T"/>.</summary>
/// <param name="Hypotheses">Why a subject is outside the claim's hypotheses; null when it is inside.</param>
/// <param name="Check">Every comparison the claim makes on a subject.</param>
public sealed record Claim<T>(
    string Id,
    string Label,
    string Statement,
    string Derivation,
    Func<T, string?> Hypotheses,
    Func<T, ISolver, IEnumerable<Comparison>> Check) : IClaim
    where T : ISubject
{
    public Type SubjectType => typeof(T);

    public Finding Judge(ISubject subject, ISolver solver)
    {
        if (subject is not T ours) throw new ArgumentException($"{Id} is about {typeof(T).Name}, not about {subject.GetType().Name}.", nameof(subject));
        try
        {
            return Hypotheses(ours) is { } reason ? new Finding(null, Inadmissible: reason) : Finding.Of(Check(ours, solver));
        }
#pragma warning disable CA1031 // A check that crashes has found nothing out: its error is the finding, whatever its type.
        catch (Exception error) when (error is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            return new Finding(null, Error: $"{error.GetType().Name}: {error.Message}");
        }
    }
}

/// <summary>What the ledger expects of a claim.</summary>
public enum Status
{
    /// <summary>Holds as printed.</summary>
    Holds,

    /// <summary>Fails as printed; a corrected form holds.</summary>
    Corrected,

    /// <summary>Fails as printed, and nothing replaces it.</summary>
    Refuted,

    /// <summary>No finite content, or all of it judged under the line that the reason names.</summary>
    NotNumerical,
}

/// <summary>A way to break a solver, or a subject, that a claim must notice.</summary>
/// <param name="Name">What is broken.</param>
/// <param name="Example">A subject on which the claim holds unbroken and is violated broken.</param>
/// <param name="Solver">The broken solver.</param>
/// <param name="Subject">The broken subject.</param>
public sealed record Fault(string Name, ISubject Example, Func<ISolver, ISolver> Solver, Func<ISubject, ISubject> Subject)
{
    /// <summary>A broken solver.</summary>
    public static Fault OfSolver(string name, ISubject example, Func<ISolver, ISolver> solver) => new(name, example, solver, s => s);

    /// <summary>A broken subject.</summary>
    public static Fault OfSubject(string name, ISubject example, Func<ISubject, ISubject> subject) => new(name, example, s => s, subject);

    /// <summary>Judges the broken example.</summary>
    public Finding Judge(IClaim claim, ISolver solver) => claim.Judge(Subject(Example), Solver(solver));
}

/// <summary>A line of the ledger.</summary>
/// <param name="Id">The id of the statement; corrected and printed forms share it.</param>
/// <param name="Label">Label as printed.</param>
/// <param name="Claim">The claim that is expected to hold: as printed, or corrected. Null for a statement that is only refuted or not numerical.</param>
/// <param name="Printed">The statement as printed, where it fails.</param>
/// <param name="Counterexample">The smallest subject known on which the printed statement fails.</param>
/// <param name="Expected">What is expected.</param>
/// <param name="Faults">Ways to break the claim, at least one for each claim.</param>
/// <param name="Reason">Why the statement is not numerical, or what is wrong as printed.</param>
public sealed record Entry(
    string Id,
    string Label,
    IClaim? Claim,
    IClaim? Printed,
    ISubject? Counterexample,
    Status Expected,
    IReadOnlyList<Fault> Faults,
    string? Reason)
{
    /// <summary>A claim that holds as printed.</summary>
    public static Entry OfHolding(IClaim claim, params Fault[] faults) => new(claim.Id, claim.Label, claim, null, null, Status.Holds, faults, null);

    /// <summary>A claim that fails as printed, with its corrected form.</summary>
    public static Entry OfCorrected(IClaim corrected, IClaim printed, ISubject counterexample, string reason, params Fault[] faults) =>
        new(corrected.Id, corrected.Label, corrected, printed, counterexample, Status.Corrected, faults, reason);

    /// <summary>A claim that fails as printed, and that nothing replaces.</summary>
    public static Entry OfRefuted(IClaim printed, ISubject counterexample, string reason) =>
        new(printed.Id, printed.Label, null, printed, counterexample, Status.Refuted, [], reason);

    /// <summary>A statement without finite content of its own, and why or where it is judged.</summary>
    public static Entry OfNotNumerical(string id, string label, string reason) =>
        new(id, label, null, null, null, Status.NotNumerical, [], reason);
}
