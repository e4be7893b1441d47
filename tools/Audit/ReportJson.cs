using System.Text.Json;
using Orowan.Claims;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>The JSON of a report.</summary>
internal static class ReportJson
{
    public static byte[] Bytes(Report report) => JsonOutput.Bytes(writer => Write(writer, report));

    /// <summary>The word of a status, as in reports.</summary>
    public static string Word(Status status) => status switch
    {
        Status.Holds => "holds",
        Status.Corrected => "corrected",
        Status.Refuted => "refuted",
        _ => "not-numerical",
    };

    private static void Write(Utf8JsonWriter writer, Report report)
    {
        writer.WriteStartObject();
        writer.WriteString("suite", "orowan");
        writer.WriteString("version", Application.Version);
        writer.WriteString("commit", report.Commit);
        writer.WriteNumber("seed", report.Plan.Seed);
        writer.WriteNumber("cases", report.Plan.Cases);
        writer.WriteString("command", report.Plan.Command);
        writer.WriteStartArray("claims");
        foreach (var claim in report.Claims) WriteClaim(writer, claim, isPrinted: false);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteClaim(Utf8JsonWriter writer, ClaimReport claim, bool isPrinted)
    {
        writer.WriteStartObject();
        writer.WriteString("id", claim.Id);
        writer.WriteString("paper", AuditPlan.PaperOf(claim.Id));
        writer.WriteString("label", claim.Entry.Label);
        writer.WriteString("statement", claim.Statement);
        writer.WriteString("status", Word(claim.Status));
        writer.WriteString("verdict", claim.Verdict?.ToString());
        writer.WriteNumber("cases", claim.Tally.Cases);
        writer.WriteNumber("holds", claim.Tally.Holds);
        writer.WriteNumber("violated", claim.Tally.Violated);
        writer.WriteNumber("undecided", claim.Tally.Undecided);
        writer.WriteNumber("inadmissible", claim.Tally.Inadmissible);
        WriteSharpest(writer, claim.Sharpest);
        WritePrinted(writer, claim.Printed);
        if (isPrinted) writer.WriteString("counterexample", claim.CounterexampleFile);
        writer.WriteEndObject();
    }

    private static void WritePrinted(Utf8JsonWriter writer, ClaimReport? printed)
    {
        writer.WritePropertyName("printed");
        if (printed is null) writer.WriteNullValue();
        else WriteClaim(writer, printed, isPrinted: true);
    }

    private static void WriteSharpest(Utf8JsonWriter writer, SharpestReport? sharpest)
    {
        writer.WritePropertyName("sharpest");
        if (sharpest is null)
        {
            writer.WriteNullValue();
            return;
        }
        writer.WriteStartObject();
        WriteNumber(writer, "ratio", sharpest.Comparison.Ratio);
        WriteNumber(writer, "value", sharpest.Comparison.Value);
        WriteNumber(writer, "bound", sharpest.Comparison.Bound);
        WriteNumber(writer, "uncertainty", sharpest.Comparison.Uncertainty);
        writer.WriteString("case", sharpest.CaseFile);
        writer.WriteEndObject();
    }

    /// <summary>JSON has no word for what is not finite: null stands for it.</summary>
    private static void WriteNumber(Utf8JsonWriter writer, string field, double number)
    {
        if (double.IsFinite(number)) writer.WriteNumber(field, number);
        else writer.WriteNull(field);
    }
}
