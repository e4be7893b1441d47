using System.Globalization;
using System.Text.RegularExpressions;
using FsCheck.Xunit;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Orowan.Properties.Adapter;

/// <summary>What xunit was told while one property ran.</summary>
internal sealed partial record InnerTest(RunSummary Summary, IReadOnlyList<IMessageSinkMessage> Messages)
{
    public bool HasPassed => Summary is { Total: 1, Failed: 0, Skipped: 0 } && Messages.OfType<ITestPassed>().Count() == 1;

    public bool HasFailed => Summary is { Total: 1, Failed: 1 } && Failures.Count() == 1;

    public string Output => Messages.OfType<ITestResultMessage>().Single().Output;

    /// <summary>The failure as a user reads it: the message, and below it the messages of the inner exceptions.</summary>
    public string Failure => ExceptionUtility.CombineMessages(Failures.Single());

    public string Exception => Failures.Single().ExceptionTypes[0]!;

    /// <summary>The lines that can be pasted over the attribute: the whole run first, then the case alone.</summary>
    public IReadOnlyList<string> ReplayLines => [.. AttributeLine().Matches(Failure).Select(match => match.Value)];

    public string Original => Section("Original");

    public string Shrunk => Section("Shrunk");

    private IEnumerable<ITestFailed> Failures => Messages.OfType<ITestFailed>();

    /// <summary>Runs a property as xunit would, in a class that the normal discovery does not see.</summary>
    public static Task<InnerTest> Run(Type type, string method, params object[] constructorArguments) =>
        Run(type, method, NoVariables, constructorArguments);

    public static async Task<InnerTest> Run(
        Type type, string method, IReadOnlyDictionary<string, string> variables, params object[] constructorArguments)
    {
        using var bus = new RecordingBus();
        using var cancellation = new CancellationTokenSource();
        var testCase = Case(type, method, variables);
        var summary = await testCase.RunAsync(
            new NullMessageSink(), bus, constructorArguments, new ExceptionAggregator(), cancellation);
        return new InnerTest(summary, bus.Messages);
    }

    /// <summary>Runs every property of a class through xunit's class runner, which makes the fixtures and the constructor arguments.</summary>
    public static async Task<InnerTest> RunClass(Type type, params string[] methods)
    {
        using var bus = new RecordingBus();
        using var cancellation = new CancellationTokenSource();
        var cases = methods.Select(method => Case(type, method, NoVariables)).ToList();
        var runner = new XunitTestClassRunner(
            cases[0].TestMethod.TestClass, Reflector.Wrap(type), cases, new NullMessageSink(), bus,
            new DefaultTestCaseOrderer(new NullMessageSink()), new ExceptionAggregator(), cancellation, new Dictionary<Type, object>());
        return new InnerTest(await runner.RunAsync(), bus.Messages);
    }

    public static PropertyTestCase Case(Type type, string method, IReadOnlyDictionary<string, string> variables)
    {
        var testMethod = Method(type, method);
        var attribute = testMethod.Method.GetCustomAttributes(typeof(PropertyAttribute)).Single();
        var discovered = new PropertyDiscoverer(new NullMessageSink()).Discover(new DefaultDiscovery(), testMethod, attribute);
        var testCase = Assert.IsType<PropertyTestCase>(Assert.Single(discovered));
        testCase.EnvironmentVariable = name => variables.GetValueOrDefault(name);
        return testCase;
    }

    public static TestMethod Method(Type type, string method)
    {
        var assembly = new TestAssembly(Reflector.Wrap(type.Assembly));
        var testClass = new TestClass(new TestCollection(assembly, collectionDefinition: null, "inner"), Reflector.Wrap(type));
        return new TestMethod(testClass, Reflector.Wrap(type.GetMethod(method)!));
    }

    public static IReadOnlyDictionary<string, string> Variable(string name, string value) =>
        new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value };

    public static IReadOnlyDictionary<string, string> NoVariables => new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The named arguments of a replay line, as the compiler would read them.</summary>
    public static IReadOnlyDictionary<string, object> NamedArguments(string attributeLine) =>
        NamedArgument().Matches(attributeLine).ToDictionary(
            match => match.Groups["name"].Value,
            match => match.Groups["text"] is { Success: true, Value: var text }
                ? (object)text
                : int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    private string Section(string title)
    {
        var lines = Failure.ReplaceLineEndings("\n").Split('\n');
        var section = lines.SkipWhile(line => !string.Equals(line, title + ":", StringComparison.Ordinal)).Skip(1);
        return string.Join('\n', section.TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [GeneratedRegex("""\[Property\(.*\)\]""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex AttributeLine();

    [GeneratedRegex("""(?<name>\w+) = ("(?<text>[^"]*)"|(?<number>\d+))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: -1)]
    private static partial Regex NamedArgument();

    private sealed class RecordingBus : IMessageBus
    {
        private readonly List<IMessageSinkMessage> messages = [];

        public IReadOnlyList<IMessageSinkMessage> Messages
        {
            get
            {
                lock (messages)
                    return [.. messages];
            }
        }

        public bool QueueMessage(IMessageSinkMessage message)
        {
            lock (messages)
                messages.Add(message);
            return true;
        }

        public void Dispose()
        {
            // Nothing is held but the messages themselves.
        }
    }

    private sealed class DefaultDiscovery : ITestFrameworkDiscoveryOptions
    {
        public TValue GetValue<TValue>(string name) => default!;

        public void SetValue<TValue>(string name, TValue value) => throw new NotSupportedException("Discovery only reads.");
    }
}
