using System.Collections.Immutable;
using System.Reflection;

namespace FsCheck.Xunit;

/// <summary>What one attribute says; <c>null</c> where it says nothing.</summary>
internal sealed record PropertySettings
{
    public string? Replay { get; init; }

    public int? MaxTest { get; init; }

    public int? MaxRejected { get; init; }

    public int? StartSize { get; init; }

    public int? EndSize { get; init; }

    public bool? Verbose { get; init; }

    public bool? QuietOnSuccess { get; init; }

    public ImmutableArray<Type> Arbitrary { get; init; } = [];

    /// <summary>The settings in force for a method: its own, then those of its class, of the classes around it, of the assembly.</summary>
    public static PropertySettings InForce(MethodInfo method, Type testClass)
    {
        var settings = OnMethod(method);
        for (var type = testClass; type is not null; type = type.DeclaringType)
            settings = settings.Over(type.GetCustomAttribute<PropertiesAttribute>(inherit: true));
        return settings.Over(testClass.Assembly.GetCustomAttribute<PropertiesAttribute>());
    }

    public static PropertySettings OnMethod(MethodInfo method) =>
        method.GetCustomAttribute<PropertyAttribute>(inherit: true)?.Settings ?? new PropertySettings();

    private PropertySettings Over(PropertiesAttribute? wider) => wider is null ? this : new PropertySettings
    {
        Replay = Replay ?? wider.Settings.Replay,
        MaxTest = MaxTest ?? wider.Settings.MaxTest,
        MaxRejected = MaxRejected ?? wider.Settings.MaxRejected,
        StartSize = StartSize ?? wider.Settings.StartSize,
        EndSize = EndSize ?? wider.Settings.EndSize,
        Verbose = Verbose ?? wider.Settings.Verbose,
        QuietOnSuccess = QuietOnSuccess ?? wider.Settings.QuietOnSuccess,
        Arbitrary = Arbitrary.AddRange(wider.Settings.Arbitrary),
    };
}
