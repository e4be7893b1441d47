using Orowan.Benchmarks;

return args is ["kernels", .. var kernelArguments] ? KernelBenchmarks.Run(kernelArguments)
    : args is ["solve", .. var solveArguments] ? SideBySide.Run(solveArguments)
    : Usage.Show();
