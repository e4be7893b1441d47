using Microsoft.FSharp.Collections;
using Microsoft.FSharp.Core;

namespace FsCheck.Xunit;

/// <summary>Counts the cases as FsCheck draws them and keeps the verdict.</summary>
internal sealed class CaseRecorder(Action<string>? trace, Func<FSharpList<object>, string> describe, CancellationToken stop) : IRunner
{
    /// <summary>The cases drawn, the rejected ones included.</summary>
    public int Drawn { get; private set; }

    public TestResult? Result { get; private set; }

    public void OnStartFixture(Type t)
    {
        // Whole fixtures are xunit's business; FsCheck is handed one method at a time.
    }

    public void OnArguments(int ntest, FSharpList<object> args, FSharpFunc<int, FSharpFunc<FSharpList<object>, string>> every)
    {
        // A run that xunit gave up on must not go on drawing behind the next test's back.
        stop.ThrowIfCancellationRequested();
        Drawn++;
        trace?.Invoke($"Case {Drawn}:{Environment.NewLine}{describe(args)}");
    }

    public void OnShrink(FSharpList<object> args, FSharpFunc<FSharpList<object>, string> everyShrink)
    {
        stop.ThrowIfCancellationRequested();
        trace?.Invoke($"Shrunk to:{Environment.NewLine}{describe(args)}");
    }

    public void OnFinished(string name, TestResult testResult) => Result = testResult;
}
