using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Orowan.Audit;
using Xunit;

namespace Orowan.Tests.Documentation;

/// <summary>What the README says is done here: its commands run, and the lines of the audit it shows are among those they print.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Orowan = "dotnet run -c Release --project tools/Audit -- ";

    private readonly string folder = Directory.CreateTempSubdirectory("orowan-readme-").FullName;
    private readonly string text = File.ReadAllText(Path.Combine(Root(), "README.md"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_command_runs_and_the_first_prints_the_lines_shown()
    {
        File.WriteAllText(Path.Combine(folder, "case.json"), Blocks("json").First());
        File.WriteAllText(Path.Combine(folder, "measure.json"), Blocks("json").Last());
        var shown = Counts(Blocks("text").First());
        Assert.NotEmpty(shown);
        var ran = 0;
        foreach (var line in Blocks("sh").SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (line is "dotnet test") continue;
            Assert.StartsWith(Orowan, line, StringComparison.Ordinal);
            var answer = Answer(line[Orowan.Length..].Split(' '));
            Assert.True(answer.Status == 0, $"{line}\nanswered {answer.Status}: {answer.Error}");
            if (ran++ > 0) continue;
            Assert.Equal<string>(shown, Counts(answer.Output).Intersect(shown, StringComparer.Ordinal), StringComparer.Ordinal);
            Assert.Contains(Sentence().Match(text).Value, OneLine(answer.Output), StringComparison.Ordinal);
        }
        Assert.True(ran >= 6);
    }

    /// <summary>
    /// The picture on the page is the one that the audit draws: the same marks and words, and numbers that differ by less than one sees.
    /// After a change that is meant, the picture of a new audit takes its place.
    /// </summary>
    [Fact]
    public void The_picture_shown_is_the_one_that_an_audit_draws()
    {
        Answer(["audit", "--claim", "B-4.2-distance", "--claim", "A-5.1", "--cases", "1", "--out", "limits"]);
        var (drawn, shown) = (
            File.ReadAllText(Path.Combine(folder, "limits", "limits.svg")), File.ReadAllText(Path.Combine(Root(), PictureLink().Match(text).Groups["file"].Value)));
        Assert.Equal(Number().Replace(shown, "#"), Number().Replace(drawn, "#"));
        foreach (var (wanted, found) in Numbers(shown).Zip(Numbers(drawn))) Assert.Equal(wanted, found, 0.5);
    }

    private static double[] Numbers(string picture) =>
        [.. Number().Matches(picture).Select(match => double.Parse(match.Value, CultureInfo.InvariantCulture))];

    [Fact]
    public void Continuous_integration_runs_the_test_command_of_the_page()
    {
        var script = File.ReadAllLines(Path.Combine(Root(), ".ci", "run"));
        Assert.Contains(Blocks("sh"), block => block is "dotnet test\n");
        Assert.Contains(script, line => line.StartsWith("dotnet test |", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_folder_named_exists()
    {
        foreach (Match match in FolderRow().Matches(text))
        {
            Assert.True(Directory.Exists(Path.Combine(Root(), match.Groups["folder"].Value)), $"There is no folder {match.Groups["folder"].Value}.");
        }
        Assert.True(FolderRow().Count(text) >= 8);
    }

    /// <summary>
    /// Each row without its ratio, whose last digits are rounding; a row of a form as printed begins with the id of its claim.
    /// </summary>
    private static string[] Counts(string table)
    {
        var id = "";
        var rows = new List<string>();
        foreach (Match match in CountedRow().Matches(table))
        {
            if (!match.Value.StartsWith(' ')) id = match.Value.Split(' ')[0];
            rows.Add($"{id}: {OneLine(match.Value)}");
        }
        return [.. rows];
    }

    private static string OneLine(string table) => Spaces().Replace(table, " ");

    private string[] Blocks(string language) =>
        [.. Regex.Matches(text, $"^```{language}\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, TimeSpan.FromSeconds(10)).Select(match => match.Groups[1].Value)];

    private (int Status, string Output, string Error) Answer(string[] args)
    {
        // A file that is named is in the folder of the page; options and ids are what they are.
        var placed = args.Select(arg => arg.EndsWith(".json", StringComparison.Ordinal) ? Path.Combine(folder, arg) : arg).ToArray();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = Application.Run(placed, new Session(output, error) { Folder = folder });
        return (status, output.ToString(), error.ToString());
    }

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));

    [GeneratedRegex(@"^(?:[AB]-\S+|  as printed) +\S+ +\w+ +\d+ +\d+ +\d+ +\d+", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex CountedRow();

    [GeneratedRegex(@"^\| `(?<folder>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex FolderRow();

    [GeneratedRegex(@"^\d+ of \d+ claims hold, \d+ of them corrected", RegexOptions.Multiline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"!\[[^\]]+\]\((?<file>[^)]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex PictureLink();

    [GeneratedRegex(@"-?\d+(?:\.\d+)?", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Spaces();
}
