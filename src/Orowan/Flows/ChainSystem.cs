using Orowan.Integration;
using Orowan.Particles;
using Orowan.Potentials;

namespace Orowan.Flows;

/// <summary>
/// Solves (I + gamma M) X = R, M minus the derivative of the velocities of a chain by its positions, by conjugate gradients with
/// <see cref="CurvatureMatrix"/> for M. The fast modes lie between near neighbours of one charge, so that <see cref="NeighbourFactors"/>
/// are a good preconditioner.
/// </summary>
internal sealed class ChainSystem(Potential like, Potential opposite)
{
    private const int MostIterations = 40;

    /// <summary>What may be left of the difference of two unknowns, as a share of the error allowed...</summary>
    private const double Left = 0.02;

    /// <summary>...or of the largest correction.</summary>
    private const double Share = 0.01;

    private readonly CurvatureMatrix matrix = new(like, opposite);
    private readonly NeighbourFactors neighbours = new(like);
    private double[] solution = [];
    private double[] residual = [];
    private double[] preconditioned = [];
    private double[] direction = [];
    private double[] image = [];

    /// <summary>A rate that no mode exceeds by much: twice the largest entry of the diagonal.</summary>
    public double FastestRate
    {
        get
        {
            double largest = 0;
            foreach (var entry in matrix.Diagonal) largest = Math.Max(largest, entry);
            return 2 * largest;
        }
    }

    /// <summary>The same for distances as they are in the mean: neighbours nearer than others have soon moved apart.</summary>
    public double LastingRate
    {
        get
        {
            double sum = 0;
            foreach (var entry in matrix.Diagonal) sum += entry;
            return 2 * sum / matrix.Groups.SlotOf.Length;
        }
    }

    /// <summary>Takes the chain with these charges and gaps, of <paramref name="total"/> particles in all.</summary>
    public void Take(ReadOnlySpan<int> charge, ReadOnlySpan<double> gap, int total)
    {
        matrix.Take(charge, gap, total);
        neighbours.Take(matrix.Groups.Next, total);
        if (solution.Length == matrix.Groups.Slots) return;
        var slots = matrix.Groups.Slots;
        (solution, residual, preconditioned) = (new double[slots], new double[slots], new double[slots]);
        (direction, image) = (new double[slots], new double[slots]);
    }

    /// <summary>Replaces the positions R by X.</summary>
    /// <param name="allowed">The errors allowed to the differences of neighbours.</param>
    /// <remarks>
    /// The iteration ends when what the preconditioner makes of the residual, which is about the error, is small. A matrix that is not
    /// positive, which potentials without convexity can cause, ends it too; the caller's iteration then finds out what it was good for.
    /// </remarks>
    public void Solve(double gamma, ReadOnlySpan<double> allowed, Span<double> positions)
    {
        neighbours.Factor(gamma);
        var slot = matrix.Groups.SlotOf;
        residual.AsSpan().Clear();
        for (var i = 0; i < positions.Length; i++) residual[slot[i]] = positions[i];
        solution.AsSpan().Clear();
        direction.AsSpan().Clear();
        double before = 1, largest = 0;
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            neighbours.Solve(residual, preconditioned);
            var size = Size(slot, allowed);
            largest = Math.Max(largest, size);
            if (iteration > 0 && size <= Math.Max(Left, Share * largest)) break;
            var product = WideLoops.Inner(residual, preconditioned);
            WideLoops.MultiplyAndAdd(direction, product / before, preconditioned);
            matrix.Multiply(direction, image);
            WideLoops.MultiplyAndAdd(image, gamma, direction);
            var energy = WideLoops.Inner(direction, image);
            if (!(energy > 0)) break;
            WideLoops.AddMultiple(solution, product / energy, direction);
            WideLoops.AddMultiple(residual, -product / energy, image);
            before = product;
        }
        for (var i = 0; i < positions.Length; i++) positions[i] = solution[slot[i]];
    }

    private double Size(ReadOnlySpan<int> slot, ReadOnlySpan<double> allowed)
    {
        double largest = 0;
        var last = preconditioned[slot[0]];
        for (var i = 1; i < slot.Length; i++)
        {
            var here = preconditioned[slot[i]];
            largest = Math.Max(largest, Math.Abs(here - last) / allowed[i - 1]);
            last = here;
        }
        return largest;
    }
}
