using Xunit;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>
/// Runs the method as a property: FsCheck draws its arguments, shrinks the first set that falsifies it, and the test fails with both.
/// The method may return <c>void</c>, <c>bool</c>, <see cref="Property"/>, <see cref="Task"/> or
/// <see cref="Task{TResult}"/> of <c>bool</c>.
/// </summary>
/// <remarks>
/// Unless <see cref="Replay"/> says otherwise the seed is a hash of the test's full name, so every run draws the same cases;
/// the environment variable OROWAN_SEED gives another seed and OROWAN_CASES another number of cases.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
[XunitTestCaseDiscoverer("FsCheck.Xunit.PropertyDiscoverer", PropertyDiscoverer.AssemblyName)]
public class PropertyAttribute : FactAttribute
{
    /// <summary>
    /// The run to repeat: <c>"(seed,gamma)"</c>, or one case of it: <c>"(seed,gamma,size)"</c>. The parentheses may be left out.
    /// </summary>
    public string? Replay
    {
        get => Settings.Replay;
        set => Settings = Settings with { Replay = string.IsNullOrEmpty(value) ? null : value };
    }

    /// <summary>The number of cases; 100 unless set.</summary>
    public int MaxTest
    {
        get => Settings.MaxTest ?? -1;
        set => Settings = Settings with { MaxTest = value };
    }

    /// <summary>The number of rejected cases after which the arguments count as exhausted; 1000 unless set.</summary>
    public int MaxRejected
    {
        get => Settings.MaxRejected ?? -1;
        set => Settings = Settings with { MaxRejected = value };
    }

    /// <summary>The size of the first case; 1 unless set.</summary>
    public int StartSize
    {
        get => Settings.StartSize ?? -1;
        set => Settings = Settings with { StartSize = value };
    }

    /// <summary>The size of the last case, reached linearly; 100 unless set.</summary>
    public int EndSize
    {
        get => Settings.EndSize ?? -1;
        set => Settings = Settings with { EndSize = value };
    }

    /// <summary>
    /// Types whose static members give <see cref="Arbitrary{T}"/> values.
    /// The front of the array wins over the back, the method over the class.
    /// </summary>
    public Type[] Arbitrary
    {
        get => [.. Settings.Arbitrary];
        set => Settings = Settings with { Arbitrary = [.. value] };
    }

    /// <summary>Writes every drawn and every shrunk argument to the test's output.</summary>
    public bool Verbose
    {
        get => Settings.Verbose ?? false;
        set => Settings = Settings with { Verbose = value };
    }

    /// <summary>Leaves the output of a passing property empty.</summary>
    public bool QuietOnSuccess
    {
        get => Settings.QuietOnSuccess ?? false;
        set => Settings = Settings with { QuietOnSuccess = value };
    }

    internal PropertySettings Settings { get; private set; } = new();
}

/// <summary>Defaults for every property of a class (and the classes nested in it) or of an assembly.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Assembly)]
public sealed class PropertiesAttribute : PropertyAttribute;
