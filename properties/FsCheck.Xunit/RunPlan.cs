using System.Globalization;
using System.Reflection;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Everything that decides which cases a property meets.</summary>
internal sealed record RunPlan(ReplayText Replay, int MaxTest, int MaxRejected, int StartSize, int EndSize, PropertySettings Settings)
{
    public const string SeedVariable = "OROWAN_SEED";
    public const string CasesVariable = "OROWAN_CASES";
    public const string ContinuousIntegrationVariable = "CI";

    /// <summary>The attribute's own words, so that pasting the report's line over the attribute keeps them.</summary>
    public required PropertySettings OnMethod { get; init; }

    public bool Verbose => Settings.Verbose ?? false;

    public bool QuietOnSuccess => Settings.QuietOnSuccess ?? false;

    /// <exception cref="FormatException">A replay, a seed or a number of cases that cannot be read.</exception>
    /// <exception cref="InvalidOperationException">A replay of one case where CI is set, or a count out of range.</exception>
    public static RunPlan Of(MethodInfo method, Type testClass, Func<string, string?> environment)
    {
        var settings = PropertySettings.InForce(method, testClass);
        var plan = new RunPlan(
            settings.Replay is { } text ? ReplayText.Parse(text) : new ReplayText(Seed(method, testClass, environment), null),
            settings.MaxTest ?? Config.Default.MaxTest,
            settings.MaxRejected ?? Config.Default.MaxRejected,
            settings.StartSize ?? Config.Default.StartSize,
            settings.EndSize ?? Config.Default.EndSize,
            settings)
        { OnMethod = PropertySettings.OnMethod(method) };
        plan.RefuseCountsThatNeverEnd();
        if (plan.Replay.Size is not null && IsSet(environment(ContinuousIntegrationVariable)))
        {
            throw new InvalidOperationException(
                $"Replay = \"{plan.Replay}\" names a size and so runs exactly one case. That is for finding a fault; it is refused where CI is set.");
        }

        // A replay repeats the run it was copied from: the sizes of its cases depend on their number.
        return settings.Replay is null ? plan.WithCases(environment(CasesVariable)) : plan;
    }

    public Config ToConfig(IRunner runner) =>
        Config.Default
            .WithReplay(FSharpOption<Replay>.Some(new Replay(
                Replay.Rnd,
                Replay.Size is { } size ? FSharpOption<int>.Some(size) : FSharpOption<int>.None)))
            .WithMaxTest(MaxTest)
            .WithMaxRejected(MaxRejected)
            .WithStartSize(StartSize)
            .WithEndSize(EndSize)
            .WithQuietOnSuccess(QuietOnSuccess)
            .WithArbitrary(Settings.Arbitrary)
            .WithRunner(runner);

    private static Rnd Seed(MethodInfo method, Type testClass, Func<string, string?> environment)
    {
        var given = environment(SeedVariable);
        if (string.IsNullOrEmpty(given))
            return new Rnd(TestSeed.Of($"{testClass.FullName}.{method.Name}"));
        return ulong.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? new Rnd(seed)
            : throw new FormatException(
                $"{SeedVariable} is \"{given}\"; it must be a whole number from 0 to {ulong.MaxValue} in decimal digits.");
    }

    private RunPlan WithCases(string? given)
    {
        if (string.IsNullOrEmpty(given))
            return this;
        if (!int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var cases) || cases < 1)
            throw new FormatException($"{CasesVariable} is \"{given}\"; it must be a whole number of cases, at least 1.");
        // The rejections allowed grow with the cases, or a deep run would be exhausted by a filter that a short one passes.
        var rejected = Math.Max(MaxRejected, Math.Min(int.MaxValue, (long)MaxRejected * cases / MaxTest));
        return this with
        {
            MaxTest = cases,
            MaxRejected = (int)rejected,
            OnMethod = OnMethod with { MaxTest = cases, MaxRejected = (int)rejected },
        };
    }

    private void RefuseCountsThatNeverEnd()
    {
        // FsCheck stops when a count equals its limit, so a limit below one is never met.
        Require(nameof(MaxTest), MaxTest, 1);
        Require(nameof(MaxRejected), MaxRejected, 1);
        Require(nameof(StartSize), StartSize, 0);
        Require(nameof(EndSize), EndSize, 0);
    }

    private static void Require(string name, int value, int least)
    {
        if (value < least)
            throw new InvalidOperationException($"{name} = {value}; it must be at least {least}.");
    }

    private static bool IsSet(string? value) =>
        !string.IsNullOrEmpty(value) && !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase);
}
