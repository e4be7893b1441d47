using System.Text.RegularExpressions;

namespace Orowan.Golden;

/// <summary>How far a received number a may lie from a verified number b: |a - b| &lt;= Absolute + Relative * |b|.</summary>
/// <remarks>
/// The rule stands in the golden file and not in the test's settings, so that who reads the numbers reads how far they are pinned, and
/// why that far. The header is the first lines that begin with "# ", in any order, each field once:
/// <code>
/// # pins: the distance of two dipoles on the torus, 12 sizes
/// # numbers: |a - b| &lt;= 1e-12 + 1e-10 * |b| (basis: 3 ulp of Sin per term, 40 terms)
/// # made: by SnapshotsOfDistance.Dipoles from the closed form, eq. (2.7)
/// </code>
/// One of the two terms may be left out.
/// </remarks>
internal sealed partial record NumericRule(double Absolute, double Relative, string Text)
{
    public double Tolerance(double verified) => Absolute + Relative * Math.Abs(verified);

    /// <summary>The lines at the head of a golden that are its header.</summary>
    public static IEnumerable<string> Header(string golden) =>
        golden.Split('\n').TakeWhile(line => line.StartsWith("# ", StringComparison.Ordinal));

    /// <exception cref="FormatException">A field is missing, empty or there twice, or the rule is not one.</exception>
    public static NumericRule Read(string golden)
    {
        var header = Header(golden).ToArray();
        Require(header, "# pins: ");
        Require(header, "# made: ");
        var numbers = Require(header, "# numbers: ");
        var match = Rule().Match(numbers);
        if (!match.Success)
            throw new FormatException($"\"{numbers}\" is not a rule such as |a - b| <= 1e-12 + 1e-10 * |b| (basis: ...)");
        var (absolute, relative) = (Number(match.Groups["absolute"]), Number(match.Groups["relative"]));

        // With a relative term of 1 zero is as good as any verified number, and the file pins nothing.
        if (!double.IsFinite(absolute) || relative >= 1)
            throw new FormatException($"The rule \"{numbers}\" holds for any number, or for zero in place of any.");
        return new NumericRule(absolute, relative, match.Groups["rule"].Value);
    }

    static string Require(string[] header, string field)
    {
        var texts = header.Where(line => line.StartsWith(field, StringComparison.Ordinal)).Select(line => line[field.Length..]).ToArray();
        return texts.Length == 1 && !string.IsNullOrWhiteSpace(texts[0])
            ? texts[0]
            : throw new FormatException($"The header needs the line \"{field}...\" once, with a text; it is there {texts.Length} times.");
    }

    static double Number(Group group) => group.Success ? double.Parse(group.ValueSpan) : 0;

    [GeneratedRegex(
        """^(?<rule>\|a - b\| <= (?:(?<absolute>[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?: \+ (?<relative>[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?) \* \|b\|)?|(?<relative>[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?) \* \|b\|)) \(basis: \S.*\)$""",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Rule();
}
