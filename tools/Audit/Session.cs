using Orowan.Cases;
using Orowan.Claims;
using Orowan.Flows;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>What the commands work with: two texts to write to, and everything that a test replaces.</summary>
public sealed class Session(TextWriter output, TextWriter error)
{
    /// <summary>Results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Errors, warnings and progress.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>The claims, in the order of the reports; put together when they are asked for, as most commands do not need them.</summary>
    public IReadOnlyList<Entry> Ledger { get => field ??= [.. Claims.Ledger.Entries]; init; }

    /// <summary>The families of cases; put together when they are asked for.</summary>
    public IReadOnlyList<IFamily> Families { get => field ??= [.. Cases.Families.All]; init; }

    /// <summary>The solver under audit.</summary>
    public ISolver Solver { get; init; } = new ReferenceSolver();

    /// <summary>The folder that relative names of folders are looked up in.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The value of an environment variable, null when it has none.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Asks for an orderly end.</summary>
    public CancellationToken Cancellation { get; init; } = CancellationToken.None;

    /// <summary>The same surroundings with the solver and the families that a plan asks for.</summary>
    internal Session Under(AuditPlan plan) => new(Output, Error)
    {
        Ledger = Ledger,
        Families = plan.IsDeep ? [.. Families.Select(family => family.Deep)] : Families,
        Solver = plan.Solver is { } command ? new ProgramSolver(command, Error, Cancellation) : Solver,
        Folder = Folder,
        Environment = Environment,
        Cancellation = Cancellation,
    };

    /// <summary>The families that draw subjects of a type.</summary>
    internal IReadOnlyList<IFamily> FamiliesOf(Type subjectType) => [.. Families.Where(family => family.SubjectType == subjectType)];
}
