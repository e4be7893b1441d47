using System.Collections.Immutable;
using Orowan.Formats;
using Orowan.Potentials;

namespace Orowan.Cases;

/// <summary>Simpler densities of the same kind: fewer blocks, steps for blocks, equal masses, simpler potentials, fewer rows and cells.</summary>
internal static class DensityShrinking
{
    /// <summary>Each leaves fewer of what can be simplified; the total mass stays 1, masses stay multiples of a tenth.</summary>
    public static IEnumerable<DensityCase> Simpler(DensityCase subject)
    {
        foreach (var fewer in FewerBlocks(subject)) yield return fewer;
        if (Plainer(subject) is { } plainer) yield return plainer;
        if (subject.W is not ZeroPotential) yield return subject with { W = new ZeroPotential() };
        if (subject.V is not LogPotential) yield return subject with { V = new LogPotential() };
        if (Halved(subject) is { } halved) yield return halved;
        if (subject.Output.Length > 2) yield return subject with { Output = [0, subject.T] };
        if (subject.Cells is > DensityCase.FewestCells and var cells) yield return subject with { Cells = cells / 2 };
    }

    /// <summary>Each block left out, its mass given to the first of the others.</summary>
    private static IEnumerable<DensityCase> FewerBlocks(DensityCase subject)
    {
        var count = subject.Plus.Parts.Length + subject.Minus.Parts.Length;
        for (var left = 0; left < count && count > 1; left++)
        {
            var (heir, total) = (left == 0 ? 1 : 0, Masses(subject));
            yield return WithMasses(subject, [.. total.Select((mass, i) => i == left ? 0 : i == heir ? mass + total[left] : mass)]);
        }
    }

    /// <summary>Two blocks of masses 1/2 each; null where they have them, or are not two.</summary>
    private static DensityCase? Halved(DensityCase subject) =>
        Masses(subject) is [not 0.5, _] ? WithMasses(subject, [0.5, 0.5]) : null;

    /// <summary>The first block of several steps as one step; null where there is none.</summary>
    private static DensityCase? Plainer(DensityCase subject)
    {
        var found = false;
        Density Plain(Density density) => new([.. density.Parts.Select(part =>
        {
            if (found || part is not StepPart { Values.Length: > 1 }) return part;
            found = true;
            return StepPart.Block(part.Low, part.High, part.Mass);
        })]);
        var plainer = subject with { Plus = Plain(subject.Plus), Minus = Plain(subject.Minus) };
        return found ? plainer : null;
    }

    private static ImmutableArray<double> Masses(DensityCase subject) => [.. subject.Plus.Parts.Concat(subject.Minus.Parts).Select(part => Math.Round(part.Mass, 9))];

    private static DensityCase WithMasses(DensityCase subject, ImmutableArray<double> masses) => subject with
    {
        Plus = Weighted(subject.Plus, masses),
        Minus = Weighted(subject.Minus, [.. masses.Skip(subject.Plus.Parts.Length)]),
    };

    private static Density Weighted(Density density, ImmutableArray<double> masses) =>
        new([.. density.Parts.Select((part, i) => (Part: part, Mass: masses[i])).Where(pair => pair.Mass > 0).Select(pair => Of(pair.Part, pair.Mass))]);

    private static DensityPart Of(DensityPart part, double mass) => part switch
    {
        SemicirclePart semicircle => new SemicirclePart(semicircle.Centre, semicircle.Radius, mass),
        StepPart steps => new StepPart(steps.Edges, [.. steps.Values.Select(value => value * (mass / part.Mass))]),
        _ => part,
    };
}
