using FsCheck.Xunit;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Orowan.Properties.Adapter;

public sealed class LifecycleTests
{
    [Fact]
    public async Task The_constructor_arguments_are_left_as_they_were()
    {
        var fixture = new Fixture();
        object[] given = [fixture];

        var test = await InnerTest.Run(typeof(WithFixture), nameof(Inner.First), given);

        Assert.True(test.HasPassed);
        Assert.Same(fixture, Assert.Single(given));
    }

    [Fact]
    public async Task Two_properties_of_a_class_share_its_fixture_and_its_output()
    {
        var run = await InnerTest.RunClass(typeof(WithFixtureAndOutput), nameof(Inner.First), nameof(Inner.Second));

        Assert.Equal((2, 0), (run.Summary.Total, run.Summary.Failed));
        Assert.Collection(
            run.Messages.OfType<ITestPassed>().Select(passed => passed.Output),
            output => Assert.Matches(@"^Visit 1\s+Passed 20 cases, .*\s+$", output),
            output => Assert.Matches(@"^Visit 2\s+Passed 20 cases, .*\s+$", output));
    }

    [Fact]
    public async Task One_instance_meets_all_cases_and_is_disposed_once()
    {
        var log = new List<string>();

        var test = await InnerTest.Run(typeof(Disposed), nameof(Logging.Three_cases), log);

        Assert.True(test.HasPassed);
        Assert.Equal(["made", "checked", "checked", "checked", "disposed"], log, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Xunit_hears_of_a_property_what_it_hears_of_a_fact()
    {
        using var bus = new NamingBus();
        using var cancellation = new CancellationTokenSource();
        var fact = new XunitTestCase(
            new NullMessageSink(), TestMethodDisplay.Method, TestMethodDisplayOptions.None,
            InnerTest.Method(typeof(LifecycleTests), nameof(A_fact)));
        await fact.RunAsync(new NullMessageSink(), bus, [], new ExceptionAggregator(), cancellation);

        var property = await InnerTest.Run(typeof(WithFixture), nameof(Inner.First), new Fixture());

        // But for the line that tells the number of cases.
        var names = property.Messages.Where(message => message is not ITestOutput).Select(message => message.GetType().Name);
        Assert.Equal(bus.Names, names, StringComparer.Ordinal);
    }

    [Fact]
    public void A_fact() => Assert.True(Claims.IsBelowTen(9));

    [Fact]
    public async Task A_timeout_ends_an_asynchronous_property_that_never_does()
    {
        var test = await InnerTest.Run(typeof(Slow), nameof(Slow.Never_done));

        Assert.True(test.HasFailed);
        Assert.Equal(typeof(TestTimeoutException).FullName, test.Exception);
    }

    [Fact]
    public async Task A_timeout_leaves_a_property_alone_that_is_done_in_time()
    {
        var test = await InnerTest.Run(typeof(Slow), nameof(Slow.Done_at_once));

        Assert.True(test.HasPassed);
    }

    [Fact]
    public async Task A_timeout_on_a_synchronous_property_fails_as_on_a_fact()
    {
        var test = await InnerTest.Run(typeof(Slow), nameof(Slow.Synchronous));

        Assert.True(test.HasFailed);
        Assert.Contains("only supported for async tests", test.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_that_xunit_gave_up_on_stops_at_its_next_case()
    {
        var log = new List<string>();
        using var target = new Disposed(log);
        var method = typeof(Disposed).GetMethod(nameof(Logging.Three_cases))!;
        var plan = RunPlan.Of(method, typeof(Disposed), _ => null);

        var check = new PropertyCheck(method, plan, new TestOutputHelper(), new CancellationToken(canceled: true));

        Assert.ThrowsAny<Exception>(() => check.Run(target));

        Assert.Equal(["made", "checked"], log, StringComparer.Ordinal);
    }

    [Fact]
    public void Xunit_looks_the_discoverer_up_in_the_assembly_that_has_it() =>
        Assert.Equal(PropertyDiscoverer.AssemblyName, typeof(PropertyDiscoverer).Assembly.GetName().Name);

    // The nested classes are abstract or not public: the normal discovery passes over them.
    public abstract class Inner
    {
        private readonly int visit;

        protected Inner(Fixture fixture, ITestOutputHelper? output)
        {
            visit = ++fixture.Visits;
            output?.WriteLine($"Visit {visit}");
        }

        [Property(MaxTest = 20)]
        public bool First(int number) => visit > 0 && Claims.IsAlwaysTrue(number);

        [Property(MaxTest = 20)]
        public bool Second(int number) => visit > 0 && Claims.IsAlwaysTrue(number);
    }

    public sealed class Fixture
    {
        public int Visits { get; set; }
    }

    public abstract class Logging : IDisposable
    {
        private readonly List<string> log;

        protected Logging(List<string> log)
        {
            this.log = log;
            log.Add("made");
        }

        [Property(MaxTest = 3)]
        public void Three_cases(int number) => log.Add(Claims.IsAlwaysTrue(number) ? "checked" : "");

        public void Dispose()
        {
            log.Add("disposed");
            GC.SuppressFinalize(this);
        }
    }

    public abstract class Slow
    {
        [Property(Timeout = 200)]
        public static Task Never_done(int number) => new TaskCompletionSource<int>(number).Task;

        [Property(Timeout = 600_000)]
        public static Task<bool> Done_at_once(int number) => Task.FromResult(Claims.IsAlwaysTrue(number));

        [Property(Timeout = 600_000)]
        public static bool Synchronous(int number) => Claims.IsAlwaysTrue(number);
    }

    private sealed class WithFixture(Fixture fixture) : Inner(fixture, output: null);

    private sealed class WithFixtureAndOutput(Fixture fixture, ITestOutputHelper output) : Inner(fixture, output), IClassFixture<Fixture>;

    private sealed class Disposed(List<string> log) : Logging(log);

    private sealed class NamingBus : IMessageBus
    {
        public List<string> Names { get; } = [];

        public bool QueueMessage(IMessageSinkMessage message)
        {
            Names.Add(message.GetType().Name);
            return true;
        }

        public void Dispose()
        {
            // Nothing is held but names.
        }
    }
}
