using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.FSharp.Core;
using Xunit.Abstractions;

namespace FsCheck.Xunit;

/// <summary>Hands one method to FsCheck and turns the verdict into a report or an exception.</summary>
internal sealed class PropertyCheck(MethodInfo method, RunPlan plan, ITestOutputHelper output, CancellationToken stop)
{
    private readonly PropertyReport report = new(method, plan);

    /// <exception cref="PropertyFailedException">The property is falsified, exhausted or could not be checked.</exception>
    public void Run(object? target)
    {
        RefuseAsyncVoid();
        var recorder = new CaseRecorder(plan.Verbose ? output.WriteLine : null, report.Describe, stop);
        Check(target, recorder);
        switch (recorder.Result)
        {
            case TestResult.Passed passed:
                if (!plan.QuietOnSuccess)
                    output.WriteLine(report.Passed(passed.Item1, recorder.Drawn));
                break;
            case TestResult.Exhausted exhausted:
                throw new PropertyFailedException(report.Exhausted(exhausted.Item, recorder.Drawn));
            case TestResult.Failed failed:
                throw new PropertyFailedException(report.Falsified(failed), Reason(failed.Item4));
            default:
                throw new PropertyFailedException("FsCheck returned without a verdict.");
        }
    }

    private void Check(object? target, CaseRecorder recorder)
    {
        try
        {
            var instance = target is null ? FSharpOption<object>.None : FSharpOption<object>.Some(target);
            FsCheck.Check.Method(plan.ToConfig(recorder), method, instance);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            throw new PropertyFailedException(report.Broken(recorder.Drawn), Unwrapped(exception));
        }
    }

    private void RefuseAsyncVoid()
    {
        if (method.ReturnType == typeof(void) && method.IsDefined(typeof(AsyncStateMachineAttribute), inherit: false))
        {
            throw new InvalidOperationException(
                $"{method.Name} is async void: it returns before it is done and would pass whatever it finds. Return Task.");
        }
    }

    private static Exception? Reason(Outcome outcome) => outcome is Outcome.Failed failed ? Unwrapped(failed.Item) : null;

    private static Exception Unwrapped(Exception exception) => exception switch
    {
        TargetInvocationException { InnerException: { } inner } => Unwrapped(inner),
        AggregateException { InnerExceptions: [var only] } => Unwrapped(only),
        _ => exception,
    };
}
