using Orowan.Potentials;

namespace Orowan.Formats;

/// <summary>
/// The potentials of B as claims on <see cref="TorusNumbers"/> and <see cref="ShortDipoles"/> use them; not part of a document, so that a
/// broken one can take the place of each.
/// </summary>
public sealed record TorusKernels
{
    /// <summary>The potentials of this library.</summary>
    public static TorusKernels Standard { get; } = new();

    /// <summary>On the circle, by delta: -log|2 sin pi x| at delta = 0 and its regularisation.</summary>
    public Func<double, TorusPotential> Log { get; init; } = delta => delta == 0 ? new TorusLogPotential() : new TorusLogRegularisedPotential(delta);

    /// <summary>The Green's function of the plane, by delta (B, Remark 2.1, alpha = 1/(2 pi)).</summary>
    public Func<double, TorusPotential> Green { get; init; } = delta => new TorusGreenPotential(delta);

    /// <summary>Edge dislocations in the plane, by delta (B, section 2.3.2).</summary>
    public Func<double, TorusPotential> Edge { get; init; } = delta => new TorusEdgePotential(delta);

    /// <summary>V_edge(x1, x2) = -log|x| + x1^2 / |x|^2 in the whole plane.</summary>
    public Func<double, double, double> FreeEdge { get; init; } = (x1, x2) => -Math.Log(double.Hypot(x1, x2)) + (x1 * x1 / ((x1 * x1) + (x2 * x2)));

    /// <summary>What is used for an external potential.</summary>
    public Func<FourierPotential, TorusPotential> External { get; init; } = u => u;
}
