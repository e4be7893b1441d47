using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

// xunit's own chain of case runner, test runner and invoker, each handing over to the next; the message sequence stays xunit's.
internal sealed class PropertyTestCaseRunner(
    PropertyTestCase testCase,
    object[] constructorArguments,
    IMessageBus messageBus,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestCaseRunner(
        testCase, testCase.DisplayName, testCase.SkipReason, constructorArguments, [], messageBus, aggregator, cancellationTokenSource)
{
    protected override XunitTestRunner CreateTestRunner(
        ITest test,
        IMessageBus messageBus,
        Type testClass,
        object[] constructorArguments,
        MethodInfo testMethod,
        object[] testMethodArguments,
        string skipReason,
        IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource)
    {
        // The invoker compares the number of arguments with the number of parameters before it calls; the values are FsCheck's to draw.
        var places = new object[testMethod.GetParameters().Length];
        return new PropertyTestRunner(
            test, messageBus, testClass, constructorArguments, testMethod, places,
            skipReason, beforeAfterAttributes, new ExceptionAggregator(aggregator), cancellationTokenSource);
    }
}

internal sealed class PropertyTestRunner(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    string skipReason,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource)
    : XunitTestRunner(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments,
        skipReason, beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    private string? ownOutput;

    protected override async Task<Tuple<decimal, string>> InvokeTestAsync(ExceptionAggregator aggregator)
    {
        var (time, output) = await base.InvokeTestAsync(aggregator);
        return Tuple.Create(time, ownOutput ?? output);
    }

    protected override async Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator)
    {
        // xunit has an output for a class that asks for one. The number of cases is told either way.
        if (ConstructorArguments.OfType<TestOutputHelper>().FirstOrDefault() is { } output)
            return await InvokeTestMethodAsync(aggregator, output);
        output = new TestOutputHelper();
        output.Initialize(MessageBus, Test);
        var time = await InvokeTestMethodAsync(aggregator, output);
        ownOutput = output.Output;
        output.Uninitialize();
        return time;
    }

    private async Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator, TestOutputHelper output)
    {
        // A property that timed out is still being checked on its thread: it stops at its next case.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(CancellationTokenSource.Token);
        try
        {
            return await new PropertyTestInvoker(
                Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments,
                BeforeAfterAttributes, aggregator, CancellationTokenSource, output, stop.Token).RunAsync();
        }
        finally
        {
            await stop.CancelAsync();
        }
    }
}

internal sealed class PropertyTestInvoker(
    ITest test,
    IMessageBus messageBus,
    Type testClass,
    object[] constructorArguments,
    MethodInfo testMethod,
    object[] testMethodArguments,
    IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes,
    ExceptionAggregator aggregator,
    CancellationTokenSource cancellationTokenSource,
    ITestOutputHelper output,
    CancellationToken stop)
    : XunitTestInvoker(
        test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments,
        beforeAfterAttributes, aggregator, cancellationTokenSource)
{
    /// <summary>
    /// A task, so that xunit's timeout can stop waiting; on a thread of its own, because FsCheck blocks on asynchronous properties.
    /// </summary>
    protected override object CallTestMethod(object testClassInstance)
    {
        var plan = RunPlan.Of(TestMethod, TestClass, ((PropertyTestCase)TestCase).EnvironmentVariable);
        var check = new PropertyCheck(TestMethod, plan, output, stop);
        return Task.Factory.StartNew(
            () => check.Run(testClassInstance), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }
}
