using VerifyTests;

namespace Orowan.Golden;

/// <summary>
/// Compares two goldens token by token: numbers by the rule in the verified header (<see cref="NumericRule"/>), integers, words and
/// layout exactly. For <see cref="VerifySettings.UseStringComparer"/>.
/// </summary>
/// <remarks>
/// Sin, Exp and Log come from the platform, so the last digits of a golden differ between machines; rounding them away only moves the
/// places where they differ. Since layout is exact, write numbers with one space between, not padded into columns: a sign that
/// rounding flips would move the column.
/// </remarks>
public static class NumericComparer
{
    public static Task<CompareResult> Compare(string received, string verified, IReadOnlyDictionary<string, object> context)
    {
        try
        {
            return Task.FromResult(Compare(received, verified, NumericRule.Read(verified)));
        }
        catch (FormatException malformed)
        {
            return Task.FromResult(CompareResult.NotEqual(malformed.Message));
        }
    }

    static CompareResult Compare(string received, string verified, NumericRule rule)
    {
        var (a, b) = (NumericTokens.Of(received), NumericTokens.Of(verified));
        for (var i = 0; i < Math.Min(a.Count, b.Count); i++)
        {
            if (a[i].IsNumber != b[i].IsNumber || (!a[i].IsNumber && !SameText(a[i], b[i])))
                return CompareResult.NotEqual($"{Place(a[i])}: received {Quoted(a[i])}, verified {Quoted(b[i])}.");
        }

        if (a.Count > b.Count)
            return CompareResult.NotEqual($"{Place(a[b.Count])}: received {Quoted(a[b.Count])}, verified the end of the text.");
        if (a.Count < b.Count)
            return CompareResult.NotEqual($"{Place(b[a.Count])}: received the end of the text, verified {Quoted(b[a.Count])}.");
        return CompareNumbers(a, b, rule);
    }

    static CompareResult CompareNumbers(List<NumericToken> received, List<NumericToken> verified, NumericRule rule)
    {
        var numbers = received.Zip(verified).Where(pair => pair.First.IsNumber).ToArray();
        var beyond = numbers.Count(pair => !(Ratio(pair.First, pair.Second, rule) <= 1));
        if (beyond == 0)
            return CompareResult.Equal;

        // The worst, not the first: the first is often a hair over and hides that the file is of another case.
        var (a, b) = numbers.MaxBy(pair => Ratio(pair.First, pair.Second, rule));
        var law = a.IsInteger || b.IsInteger ? "integers are exact (write a double with a point or an exponent)" : rule.Text;
        return CompareResult.NotEqual(
            $"""
            {beyond} of {numbers.Length} numbers are beyond the rule. The worst:
            {Place(a)}: received {a.Text}, verified {b.Text}, ratio to the tolerance {Ratio(a, b, rule)}; {law}
            """);
    }

    /// <summary>How many tolerances the two numbers lie apart; above 1 they differ.</summary>
    static double Ratio(NumericToken received, NumericToken verified, NumericRule rule)
    {
        if (SameText(received, verified))
            return 0;
        if (received.IsInteger || verified.IsInteger)
            return double.PositiveInfinity;
        var (a, b) = (double.Parse(received.Text), double.Parse(verified.Text));

        // Its tolerance is infinite too, and the quotient NaN, which MaxBy takes for the smallest.
        if (!double.IsFinite(b))
            return double.PositiveInfinity;

        // Not the quotient alone: 0.0 and -0.0 under a relative rule would be 0 / 0.
        var difference = Math.Abs(a - b);
        return difference == 0 ? 0 : difference / rule.Tolerance(b);
    }

    static bool SameText(NumericToken a, NumericToken b) => string.Equals(a.Text, b.Text, StringComparison.Ordinal);

    static string Place(NumericToken token) => $"Line {token.Line}, column {token.Column}";

    static string Quoted(NumericToken token) => token.Text is "\n" ? "the end of the line" : $"\"{token.Text}\"";
}
