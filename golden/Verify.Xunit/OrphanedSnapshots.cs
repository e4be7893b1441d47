using System.Reflection;
using Xunit;

namespace Orowan.Golden;

/// <summary>Verified files that no test claims: left by a renamed test, they look like evidence and are read by nobody.</summary>
/// <remarks>Names come from reflection, not from the tests that ran: a filtered run would make orphans of all the others.</remarks>
internal static class OrphanedSnapshots
{
    /// <summary>The orphans under a directory, relative to it, in ordinal order.</summary>
    public static IReadOnlyList<string> Find(string directory, Assembly tests) => Find(directory, Claims(tests.GetTypes()));

    /// <summary>Each claim is good for one file: a second file of the name, in another folder, makes all of the name suspect.</summary>
    public static IReadOnlyList<string> Find(string directory, IEnumerable<string> claims)
    {
        var claimed = claims.CountBy(name => name, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. SnapshotAcceptance.Files(directory, "verified")
            .GroupBy(NameOf, StringComparer.Ordinal)
            .Where(files => files.Count() > claimed.GetValueOrDefault(files.Key))
            .SelectMany(files => files)
            .Select(file => Path.GetRelativePath(directory, file))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The snapshot names that the tests of some types claim.</summary>
    public static IEnumerable<string> Claims(IEnumerable<Type> types) =>
        from type in types
        where !type.IsAbstract
        from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where method.IsDefined(typeof(FactAttribute), inherit: true)
        from name in NamesOf(method)
        select name;

    static string[] NamesOf(MethodInfo test)
    {
        var given = test.GetCustomAttributes<SnapshotNameAttribute>().Select(attribute => attribute.Name).ToArray();
        return given.Length > 0 ? given : [SnapshotNameAttribute.DefaultFor(test)];
    }

    static string NameOf(string file)
    {
        var name = Path.GetFileName(file);
        return name[..name.IndexOf(".verified.", StringComparison.Ordinal)];
    }
}
