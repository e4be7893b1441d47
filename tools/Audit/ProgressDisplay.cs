using Spectre.Console;

namespace Orowan.Audit;

/// <summary>Shows how far a long work is: a bar on a terminal, a line for every tenth elsewhere.</summary>
internal static class ProgressDisplay
{
    private const int Lines = 10;

    /// <summary>Does the work, which calls what it is given once for each of <paramref name="total"/> cases.</summary>
    public static T Follow<T>(TextWriter error, int total, Func<Action, T> work)
    {
        var console = Terminal.Of(error);
        return console.Profile.Capabilities.Interactive && console.Profile.Out.IsTerminal
            ? WithBar(console, total, work)
            : WithLines(error, total, work);
    }

    private static T WithBar<T>(IAnsiConsole console, int total, Func<Action, T> work) =>
        console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask("cases", maxValue: Math.Max(1, total));
            return work(() => task.Increment(1));
        });

    private static T WithLines<T>(TextWriter error, int total, Func<Action, T> work)
    {
        var done = 0;
        return work(() =>
        {
            var before = (long)Lines * done / total;
            done++;
            var after = (long)Lines * done / total;
            if (after > before) error.WriteLine($"orowan: {done} of {total} cases ({100 * after / Lines} %)");
        });
    }
}
