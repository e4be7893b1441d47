using System.CommandLine;
using Orowan.Formats;

namespace Orowan.Audit;

/// <summary><c>orowan compare</c>: what moved between two reports.</summary>
internal static class CompareCommand
{
    private const string None = "-";

    public static Command Build(Session session)
    {
        var before = new Argument<string>("OLD") { Description = "A report.json, or its folder." };
        var after = new Argument<string>("NEW") { Description = "Another." };
        var command = new Command(
            "compare",
            "Shows which findings differ between two reports. Exit status 1 when a status or a verdict moved, or a claim came or went; "
            + "counts and ratios may shift.")
        {
            before, after,
        };
        command.SetAction(parsed => Run(session, parsed.GetRequiredValue(before), parsed.GetRequiredValue(after)));
        return command;
    }

    private static int Run(Session session, string before, string after)
    {
        var (first, second) = (Read(before, session.Folder), Read(after, session.Folder));
        var table = new TextTable("claim", "what", "old", "new");
        var (moved, shifted) = (0, 0);
        foreach (var (id, what, weighs) in first.Keys.Union(second.Keys))
        {
            var (old, now) = (first.GetValueOrDefault((id, what, weighs), None), second.GetValueOrDefault((id, what, weighs), None));
            if (string.Equals(old, now, StringComparison.Ordinal)) continue;
            table.Add(id, what, old, now);
            if (weighs) moved++;
            else shifted++;
        }
        var page = new Page(session.Output);
        if (moved + shifted > 0) table.Write(page);
        page.Prose($"{moved} moved (status or verdict), {shifted} shifted (count or ratio).");
        return moved > 0 ? ExitStatus.Violated : ExitStatus.AsExpected;
    }

    /// <summary>Everything a report says of its claims, by claim and field; whether a field weighs says if its change is a move.</summary>
    private static Dictionary<(string Id, string What, bool Weighs), string> Read(string name, string around)
    {
        var place = Path.GetFullPath(name, around);
        return JsonInput.ReadFile(Directory.Exists(place) ? Path.Combine(place, ReportFolder.Json) : place, at =>
        {
            var facts = new Dictionary<(string, string, bool), string>();
            var claims = at.Required("claims");
            foreach (var claim in claims.IsEmptyArray ? [] : claims.Items("an array of claims"))
                AddClaim(facts, claim.Required("id").Text(), claim);
            return facts;
        });
    }

    private static void AddClaim(Dictionary<(string, string, bool), string> facts, string id, JsonCursor claim)
    {
        if (!facts.TryAdd((id, "status", true), claim.Required("status").Text()))
            throw claim.Required("id").Expected("each claim once", $"{id} twice");
        facts[(id, "verdict", true)] = claim.Required("verdict") is { IsNull: false } verdict ? verdict.Text() : None;
        foreach (var count in (string[])["cases", "holds", "violated", "undecided", "inadmissible"])
        {
            facts[(id, count, false)] = $"{claim.Required(count).WholeNumber()}";
        }
        if (claim.Required("sharpest") is { IsNull: false } sharpest && sharpest.Required("ratio") is { IsNull: false } ratio)
            facts[(id, "ratio", false)] = ratio.Number().ToString("R");
        if (claim.Required("printed") is { IsNull: false } printed) AddClaim(facts, $"{id} as printed", printed);
    }
}
