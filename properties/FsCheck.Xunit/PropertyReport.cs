using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.FSharp.Collections;

namespace FsCheck.Xunit;

/// <summary>The words a property's outcome is told in.</summary>
internal sealed class PropertyReport(MethodInfo method, RunPlan plan)
{
    private const string Indent = "  ";

    public string Passed(TestData data, int drawn)
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture,
            $"Passed {Cases(data.NumberOfTests)}{Rejected(drawn - data.NumberOfTests)}, Replay = \"{plan.Replay}\".");
        AppendStamps(text, data);
        return text.ToString();
    }

    public string Exhausted(TestData data, int drawn)
    {
        var rejected = drawn - data.NumberOfTests;
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Arguments exhausted: {Cases(data.NumberOfTests)} of {plan.MaxTest} passed, {rejected} rejected (MaxRejected = {plan.MaxRejected}).");
        text.Append("Draw arguments that meet the condition instead of filtering for it.");
        AppendStamps(text, data);
        text.AppendLine();
        AppendReplay(text);
        return text.ToString();
    }

    public string Falsified(TestResult.Failed failed)
    {
        var data = failed.Item1;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"Falsified after {Cases(data.NumberOfTests)} ({Counted(data.NumberOfShrinks, "shrink")}).");
        text.AppendLine("Original:").AppendLine(Describe(failed.Item2));
        text.AppendLine("Shrunk:").AppendLine(Describe(failed.Item3));
        if (!data.Labels.IsEmpty)
            text.AppendLine(CultureInfo.InvariantCulture, $"Labels: {string.Join("; ", data.Labels)}");
        AppendReplay(text, new ReplayText(failed.Item6, failed.Item7));
        return text.ToString();
    }

    public string Broken(int drawn)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"The property could not be checked: after {Cases(drawn)} FsCheck or a generator or shrinker threw the exception below.");
        AppendReplay(text);
        return text.ToString();
    }

    /// <summary>One argument a line: the method's parameters by name, then what its own <c>ForAll</c>s drew.</summary>
    public string Describe(FSharpList<object> arguments)
    {
        // FsCheck sees one argument: nothing, the value itself, or a tuple of them all. A case rejected while it was drawn has none.
        if (arguments.IsEmpty)
            return Indent + "(none)";
        var parameters = method.GetParameters();
        var lines = parameters
            .Select((parameter, index) => Line(
                parameter.Name ?? "argument",
                parameters.Length == 1 ? arguments.Head : ((ITuple)arguments.Head)[index]))
            .Concat(arguments.Skip(1).Select((value, index) => Line(
                string.Create(CultureInfo.InvariantCulture, $"drawn {index + 1}"), value)))
            .ToList();
        return lines.Count == 0 ? Indent + "(none)" : string.Join(Environment.NewLine, lines);
    }

    private static string Line(string name, object? value) => $"{Indent}{name} = {ArgumentFormatter.Format(value)}";

    private void AppendReplay(StringBuilder text, ReplayText? oneCase = null)
    {
        // The seed of a single case starts another run altogether when its size is left out.
        if (plan.Replay.Size is null)
            text.AppendLine("Replay this run:").Append(Indent).AppendLine(Attribute(plan.Replay));
        if ((oneCase ?? plan.Replay) is { Size: not null } single)
            text.AppendLine("Replay this case alone (refused where CI is set):").Append(Indent).AppendLine(Attribute(single));
        text.Length -= Environment.NewLine.Length;
    }

    private string Attribute(ReplayText replay)
    {
        var text = new StringBuilder($"[Property(Replay = \"{replay}\"");
        AppendCount(text, nameof(PropertyAttribute.MaxTest), plan.OnMethod.MaxTest);
        AppendCount(text, nameof(PropertyAttribute.MaxRejected), plan.OnMethod.MaxRejected);
        AppendCount(text, nameof(PropertyAttribute.StartSize), plan.OnMethod.StartSize);
        AppendCount(text, nameof(PropertyAttribute.EndSize), plan.OnMethod.EndSize);
        var arbitrary = plan.OnMethod.Arbitrary.Select(type => $"typeof({TypeName.Of(type)})");
        if (!plan.OnMethod.Arbitrary.IsEmpty)
            text.Append(CultureInfo.InvariantCulture, $", Arbitrary = new[] {{ {string.Join(", ", arbitrary)} }}");
        return text.Append(")]").ToString();
    }

    private static void AppendCount(StringBuilder text, string name, int? value)
    {
        if (value is { } count)
            text.Append(CultureInfo.InvariantCulture, $", {name} = {count}");
    }

    private static void AppendStamps(StringBuilder text, TestData data)
    {
        foreach (var (percent, labels) in data.Stamps)
            text.AppendLine().Append(CultureInfo.InvariantCulture, $"{Indent}{percent} % {string.Join(", ", labels)}");
    }

    private static string Cases(int count) => Counted(count, "case");

    private static string Rejected(int count) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({count} rejected)");

    private static string Counted(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
