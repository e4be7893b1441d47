using Orowan.Audit;

namespace Orowan.Golden;

/// <summary>What the command line prints, with temporary folders written as FOLDER.</summary>
internal static class CommandLineText
{
    public static string Of(string folder, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var status = Application.Run(args, output, error);
        return $"{output}{error}exit status {status}\n".Replace(folder, "FOLDER", StringComparison.Ordinal);
    }

    /// <summary>Runs <paramref name="use"/> with a folder of its own that is gone afterwards.</summary>
    public static T InFolder<T>(Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("orowan-golden-").FullName;
        try
        {
            return use(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
