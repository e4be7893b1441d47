namespace Orowan.Audit;

/// <summary>Keeps what is known of a fault of ours in a file, so that the user's terminal needs one line only.</summary>
internal static class FaultDetails
{
    /// <summary>Writes the details; the answer says where they are.</summary>
    public static string Keep(string[] args, Exception error)
    {
        var path = Path.Combine(Path.GetTempPath(), $"orowan-fault-{Guid.NewGuid():N}.txt");
        try
        {
            File.WriteAllText(path, $"orowan {Application.Version}\narguments: {string.Join(' ', args)}\n{error}\n");
            return $"details in {path}";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"details could not be kept: {OneLine.Of(failure.Message)}";
        }
    }
}
