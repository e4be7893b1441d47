using System.ComponentModel;
using System.Diagnostics;

namespace Orowan.Benchmarks;

/// <summary>Finds and builds the peers of this machine; for each that is missing, says what to install.</summary>
internal static class Peers
{
    private const string Python = "/usr/bin/python3";

    private static readonly string Sources = Path.Combine(AppContext.BaseDirectory, "peers");

    private static readonly string Built = Path.Combine(Path.GetTempPath(), "orowan-peers");

    private static readonly string[] Optimised = ["-O3", "-march=native", "-mprefer-vector-width=512"];

    public static List<ISolverUnderTest> Find(TextWriter notes)
    {
        var found = new List<ISolverUnderTest>();
        Directory.CreateDirectory(Built);
        var scipy = Run(Python, "-c", "import scipy.integrate") is not null;
        if (scipy) AddSciPy(found);
        else notes.WriteLine("SciPy: not measured (install python3-scipy)");
        if (Run("cc", "--version") is null)
        {
            notes.WriteLine("CVODE and DOP853 in C: not measured (install a C compiler, cc)");
            return found;
        }
        AddCvode(found, notes);
        if (scipy) AddDop853(found, notes);
        else notes.WriteLine("DOP853 in C: not measured (its coefficients come from SciPy: install python3-scipy)");
        return found;
    }

    /// <summary>The peers that solve bed D.</summary>
    public static List<ISolverUnderTest> FindForDipoles(TextWriter notes)
    {
        var found = new List<ISolverUnderTest>();
        Directory.CreateDirectory(Built);
        var script = Path.Combine(Sources, "dipoles.py");
        if (Run(Python, "-c", "import scipy.integrate") is null) notes.WriteLine("SciPy on bed D: not measured (install python3-scipy)");
        else
        {
            found.Add(new PeerProcess("SciPy LSODA", "SciPy", Python, [script], "LSODA"));
            found.Add(new PeerProcess("SciPy BDF", "SciPy", Python, [script], "BDF"));
        }
        var program = Path.Combine(Built, "dipoles");
        string[] command =
            [.. Optimised, Path.Combine(Sources, "dipoles.c"), "-o", program, "-lsundials_cvode", "-lsundials_nvecserial", "-lm"];
        if (Run("cc", [.. command, "-lsundials_generic"]) is null && Run("cc", [.. command, "-lsundials_core"]) is null)
            notes.WriteLine("CVODE on bed D: not measured (install a C compiler, cc, and libsundials-dev)");
        else found.Add(new PeerProcess("CVODE BDF, diagonal", "C", program, [], "bdf"));
        return found;
    }

    private static void AddSciPy(List<ISolverUnderTest> found)
    {
        var script = Path.Combine(Sources, "scipy_peer.py");
        found.Add(new PeerProcess("SciPy DOP853", "SciPy", Python, [script], "DOP853"));
        found.Add(new PeerProcess("SciPy LSODA", "SciPy", Python, [script], "LSODA"));
    }

    private static void AddCvode(List<ISolverUnderTest> found, TextWriter notes)
    {
        var program = Path.Combine(Built, "cvode");
        string[] command = [.. Optimised, Path.Combine(Sources, "cvode.c"), "-o", program, "-lsundials_cvode", "-lsundials_nvecserial", "-lm"];
        // The common part is called generic up to version 6 and core from version 7.
        if (Run("cc", [.. command, "-lsundials_generic"]) is null && Run("cc", [.. command, "-lsundials_core"]) is null)
        {
            notes.WriteLine("CVODE: not measured (install libsundials-dev)");
            return;
        }
        found.Add(new PeerProcess("CVODE Adams", "C", program, [], "adams"));
        found.Add(new PeerProcess("CVODE BDF, Krylov", "C", program, [], "bdf"));
    }

    private static void AddDop853(List<ISolverUnderTest> found, TextWriter notes)
    {
        var program = Path.Combine(Built, "dop853");
        var header = Run(Python, Path.Combine(Sources, "dop853_header.py"));
        if (header is not null) File.WriteAllText(Path.Combine(Built, "dop853_coefficients.h"), header);
        if (header is null || Run("cc", [.. Optimised, $"-I{Built}", Path.Combine(Sources, "dop853.c"), "-o", program, "-lm"]) is null)
        {
            notes.WriteLine("DOP853 in C: not measured (it does not compile with this cc and SciPy)");
            return;
        }
        found.Add(new PeerProcess("DOP853 in C", "C", program, [], "dop853"));
    }

    /// <summary>Standard output of a program; null when it does not exist or fails.</summary>
    private static string? Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            process.ErrorDataReceived += (_, _) => { };
            process.BeginErrorReadLine();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
