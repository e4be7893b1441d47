using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Claims.MultipleSigns;

/// <summary>Subjects of numbers whose potentials are misstated.</summary>
internal static class KernelFaults
{
    public static Func<ISubject, ISubject> Log(Func<TorusPotential, TorusPotential> change) => With(k => k with { Log = delta => change(TorusKernels.Standard.Log(delta)) });

    public static Func<ISubject, ISubject> Green(Func<TorusPotential, TorusPotential> change) => With(k => k with { Green = delta => change(TorusKernels.Standard.Green(delta)) });

    public static Func<ISubject, ISubject> Edge(Func<TorusPotential, TorusPotential> change) => With(k => k with { Edge = delta => change(TorusKernels.Standard.Edge(delta)) });

    /// <summary>The subject with other potentials; any other subject as it is.</summary>
    public static Func<ISubject, ISubject> With(Func<TorusKernels, TorusKernels> change) => subject => subject switch
    {
        TorusNumbers numbers => numbers with { Kernels = change(numbers.Kernels) },
        ShortDipoles dipoles => dipoles with { Kernels = change(dipoles.Kernels) },
        _ => subject,
    };
}
