using Orowan.Formats;

namespace Orowan.Audit;

/// <summary>Cases of an audit for another program to solve; <c>orowan check</c> judges the folder with the runs beside them.</summary>
internal static class EmittedCases
{
    /// <summary>Writes <c>X.case.json</c> for each draw that has a run; the folder appears with all of them or not at all.</summary>
    /// <exception cref="InputException">The folder exists and is not empty, cannot be written, or there is no such case.</exception>
    public static void Write(string name, string around, IEnumerable<Draw> draws, ulong seed)
    {
        var folder = Path.GetFullPath(name, around);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
            throw new InputException($"{name}: expected an empty folder, or none, for the cases; found other files");
        var cases = draws.Where(draw => RunFormat.HasRun(draw.Family.SubjectType)).ToArray();
        if (cases.Length == 0) throw new InputException("--emit: expected claims about cases that are solved, found none");
        var staging = $"{Path.TrimEndingDirectorySeparator(folder)}.orowan-{Guid.NewGuid():N}";
        ReportFolder.Guard(name, () =>
        {
            try
            {
                Directory.CreateDirectory(staging);
                foreach (var draw in cases) WriteCase(staging, draw, seed);
                if (Directory.Exists(folder)) Directory.Delete(folder);
                Directory.Move(staging, folder);
            }
            finally
            {
                ReportFolder.Remove(staging);
            }
        });
    }

    private static void WriteCase(string folder, Draw draw, ulong seed)
    {
        var file = Path.Combine(folder, $"{draw.Family.Name}-{draw.Index:d6}{CheckCommand.CaseEnd}");
        File.WriteAllText(file, CaseFormat.ToJson(draw.Family.At(seed, draw.Index)));
    }
}
