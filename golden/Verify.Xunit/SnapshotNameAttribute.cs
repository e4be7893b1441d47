using System.Reflection;

namespace Orowan.Golden;

/// <summary>The file name that a test gives with <c>UseFileName</c>, said where the search for orphans can read it.</summary>
/// <remarks>A test that has it claims these names only, no longer Class.Method.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class SnapshotNameAttribute(string name) : Attribute
{
    public string Name { get; } = name;

    /// <summary>Class.Method, or Outer.Inner.Method. The class is the one that runs, not the one that declares an inherited test.</summary>
    internal static string DefaultFor(MethodInfo test)
    {
        var name = test.Name;
        for (var type = test.ReflectedType; type is not null; type = type.DeclaringType)
            name = $"{type.Name}.{name}";
        return name;
    }
}
