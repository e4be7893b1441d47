using VerifyTests;
using VerifyXunit;

namespace Orowan.Golden;

/// <summary>A golden table of numbers under its header: what it pins, the rule of tolerance and its basis, how it was made, and the columns.</summary>
/// <param name="What">What it pins.</param>
/// <param name="Numbers">The rule within which numbers agree, and its basis.</param>
/// <param name="Made">How the numbers were made.</param>
/// <param name="Columns">What the columns are.</param>
internal sealed record PinnedTable(string What, string Numbers, string Made, string Columns)
{
    /// <summary>Of the numbers of a reference run.</summary>
    public const string BySolver = "by the reference solver from the case of that name in the test's source";

    /// <summary>For runs whose stated uncertainty keeps the tolerance 1e-9 of their case.</summary>
    public const string OfTolerance = "|a - b| <= 1e-9 + 1e-9 * |b| (basis: the tolerance of the case, which the run's stated uncertainty keeps)";

    /// <summary>Compares the rows with the verified file of the running test.</summary>
    public Task Verify(IEnumerable<string> rows)
    {
        var settings = new VerifySettings();
        settings.UseStringComparer(NumericComparer.Compare);
        var text = $"""
            # pins: {What}
            # numbers: {Numbers}
            # made: {Made}
            {Columns}
            {string.Join('\n', rows)}

            """;
        return Verifier.Verify(text, settings);
    }

    /// <summary>Twelve digits, rounded so that a value whose exact decimal is short does not flicker; -0 is 0.</summary>
    public static string Number(double value) => (Math.Round(value, 12) + 0.0).ToString("0.0###########");
}
