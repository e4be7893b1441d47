using System.Reflection;
using Xunit.Sdk;

[assembly: VerifyXunit.UseVerify]

namespace VerifyXunit;

/// <summary>Tells <see cref="Verifier"/> which test is running. It stands on the assembly, so that no test class has to ask for it.</summary>
/// <remarks>
/// Not [CallerMemberName]: a helper between the test and Verify would give its own name to every snapshot.
/// Not a static field: test classes run in parallel, and a test goes on in another thread after its first await.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class UseVerifyAttribute : BeforeAfterTestAttribute
{
    static readonly AsyncLocal<MethodInfo?> Running = new();

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest) => Running.Value = methodUnderTest;

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest) => Running.Value = null;

    /// <exception cref="InvalidOperationException">No test is running in this flow of control.</exception>
    internal static MethodInfo GetMethod() => Running.Value ?? throw new InvalidOperationException(
        "Verify was called outside of a running test: the name of the snapshot is the name of the test.");
}
