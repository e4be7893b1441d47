using Orowan.Benchmarks;

return args is ["kernels", .. var kernelArguments] ? KernelBenchmarks.Run(kernelArguments)
    : args is ["solve", .. var solveArguments] ? SideBySide.Run(solveArguments)
    : args is ["transport", .. var transportArguments] ? TransportSideBySide.Run(transportArguments)
    : args is ["densities", .. var densityArguments] ? DensitySteps.Run(densityArguments)
    : Usage.Show();
