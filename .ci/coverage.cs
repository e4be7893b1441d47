// Joins the coverage of all test projects line by line and fails below the share of covered lines given as the argument.
using System.Globalization;
using System.Xml.Linq;

var least = double.Parse(args[0], CultureInfo.InvariantCulture);
var reports = Directory.GetFiles(".", "coverage.cobertura.xml", SearchOption.AllDirectories);
if (reports.Length == 0)
{
    Console.Error.WriteLine("No coverage.cobertura.xml below this folder: run `dotnet test` with CI set first.");
    return 1;
}

var hits = new Dictionary<(string File, int Line), bool>();
foreach (var report in reports)
{
    var document = XDocument.Load(report);
    var source = document.Descendants("source").Select(s => s.Value).FirstOrDefault() ?? "";
    foreach (var unit in document.Descendants("class"))
    {
        var file = Path.GetFullPath(Path.Combine(source, unit.Attribute("filename")!.Value));
        foreach (var line in unit.Elements("lines").Elements("line"))
        {
            var key = (file, int.Parse(line.Attribute("number")!.Value, CultureInfo.InvariantCulture));
            var hit = !string.Equals(line.Attribute("hits")!.Value, "0", StringComparison.Ordinal);
            hits[key] = hit || hits.GetValueOrDefault(key);
        }
    }
}

var sources = hits.Where(h => h.Key.File.Contains(Path.DirectorySeparatorChar + "src" + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList();
foreach (var file in sources.GroupBy(h => h.Key.File, StringComparer.Ordinal).Select(g => (g.Key, Share: 100.0 * g.Count(h => h.Value) / g.Count())).Where(f => f.Share < least).OrderBy(f => f.Share))
{
    Console.WriteLine($"{file.Share,6:F1} %  {Path.GetRelativePath(".", file.Key)}");
}
var share = 100.0 * sources.Count(h => h.Value) / Math.Max(1, sources.Count);
Console.WriteLine($"{share:F1} % of {sources.Count} lines of src are covered; {least:F0} % are asked for.");
return share >= least ? 0 : 1;
