using System.CommandLine;
using Orowan.Formats;
using Orowan.Measures;

namespace Orowan.Audit;

/// <summary><c>orowan distance</c>: the exact Wasserstein distance between two measures.</summary>
internal static class DistanceCommand
{
    private static readonly string[] Spaces = ["line", "circle", "torus"];

    private static readonly string[] Papers = ["A", "B"];

    public static Command Build(Session session)
    {
        var first = new Argument<string>("M1") { Description = "A measure: {\"x\": [...], \"b\": [...], \"mass\": [...]}; mass left out: equal atoms, total 1." };
        var second = new Argument<string>("M2") { Description = "Another of the same mass." };
        var space = Arguments.Word("--space", Spaces, "Where the atoms lie: R, R/Z, or (R/Z)^2 with places [x1, x2].");
        space.Required = true;
        var signs = Arguments.Word("--signs", Papers, "Signs b count, and changing one costs what the paper says: A |p - q| = 2, B |a - b|^2 = 4.");
        var coupling = Arguments.Name("--coupling", "FILE", "Where the optimal coupling goes, with the dual prices that prove it optimal (JSON).");
        var command = new Command(
            "distance",
            "Prints W_2 between two measures, exactly: the distance itself, not its square, with 17 digits on the first line, and how it was found on the second.")
        {
            first, second, space, signs, coupling,
        };
        command.SetAction(parsed => Run(
            session,
            (parsed.GetRequiredValue(first), parsed.GetRequiredValue(second)),
            SpaceOf(parsed.GetRequiredValue(space)!),
            SignsOf(parsed.GetValue(signs)),
            parsed.GetValue(coupling)));
        return command;
    }

    private static int Run(Session session, (string First, string Second) files, Space space, SignCost? signs, string? coupling)
    {
        var first = MeasureFormat.ReadFile(files.First, space, signs is not null);
        var second = MeasureFormat.ReadFile(files.Second, space, signs is not null);
        var plan = Solve(files.Second, first, second, space, signs);
        if (coupling is not null) AtomicFile.Write(coupling, stream => MeasureFormat.WriteCoupling(stream, plan, space, signs));
        session.Output.WriteLine(Math.Sqrt(plan.Cost).ToString("G17"));
        var sign = signs is null ? "" : $", sign cost of {signs.Name}";
        var proof = $"; its square is {plan.Cost:G17}, the dual prices prove {plan.LowerBound:G17}";
        session.Output.WriteLine($"W_2 on the {space.Name}{sign}: {Found(plan)}{proof}");
        return ExitStatus.AsExpected;
    }

    private static string Found(TransportPlan plan)
    {
        var methods = string.Join(" and ", plan.Methods.Select(method => method switch
        {
            TransportMethod.MatchedQuantiles => "matched quantiles",
            TransportMethod.RotatedQuantiles => "matched quantiles at the optimal rotation",
            TransportMethod.Assignment => "assignment",
            _ => "transportation problem",
        }));
        return plan.IsBySpecies ? $"{methods}, each sign by itself" : methods;
    }

    /// <summary>What is wrong with two measures only together is said of the second.</summary>
    private static TransportPlan Solve(string file, AtomicMeasure first, AtomicMeasure second, Space space, SignCost? signs)
    {
        var (from, to) = (first.TotalMass, second.TotalMass);
        if (Math.Abs(from - to) > Transport.TotalSlack * Math.Max(from, to))
            throw new InputException($"{file}: mass: expected the same total as the first measure, {from:R}, found {to:R}");
        try
        {
            var plan = Transport.Optimal(first, second, space, signs);
            return double.IsFinite(plan.Cost)
                ? plan
                : throw new InputException($"{file}: x: expected places whose squared distances from those of the first measure are finite, found a cost of {plan.Cost}");
        }
        catch (ArgumentException error)
        {
            var end = error.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            var reason = end < 0 ? error.Message : error.Message[..end];
            throw new InputException($"{file}: x: expected a problem that can be solved, found: {reason}", error);
        }
    }

    private static Space SpaceOf(string name) => name switch
    {
        "line" => Space.Line,
        "circle" => Space.Circle,
        _ => Space.Torus(2),
    };

    private static SignCost? SignsOf(string? paper) => paper switch
    {
        null => null,
        "A" => SignCost.A,
        _ => SignCost.B,
    };
}
