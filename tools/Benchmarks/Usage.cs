namespace Orowan.Benchmarks;

internal static class Usage
{
    private const int WrongUsage = 64;

    public static int Show()
    {
        Console.Error.WriteLine(
            """
            dotnet run -c Release --project tools/Benchmarks -- kernels [--quick]
                One evaluation of force, energy and Jacobian, one step of densities on the line: time, allocation, ordered pairs per second.
            dotnet run -c Release --project tools/Benchmarks -- solve [--quick] [--beds H,P,R,D] [--n 64,256]
                Whole solves beside SciPy and C, on the same cases in the same run: medians and their ratios at equal error.
            dotnet run -c Release --project tools/Benchmarks -- transport [--quick]
                Exact W_2 on torus, line and circle, equal and weighted, beside POT and SciPy, on the same clouds in the same run.
            dotnet run -c Release --project tools/Benchmarks -- densities [--quick]
                Steps per second and memory of the solvers of densities, on the line, the circle and the torus.
            """);
        return WrongUsage;
    }
}
