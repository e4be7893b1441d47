using BenchmarkDotNet.Loggers;

namespace Orowan.Benchmarks;

/// <summary>Lets errors through and nothing else; the table at the end is the result.</summary>
internal sealed class QuietLogger : ILogger
{
    public string Id => nameof(QuietLogger);

    public int Priority => 0;

    public void Write(LogKind logKind, string text)
    {
        if (logKind == LogKind.Error) Console.Error.Write(text);
    }

    public void WriteLine()
    {
    }

    public void WriteLine(LogKind logKind, string text) => Write(logKind, text + "\n");

    public void Flush()
    {
    }
}
