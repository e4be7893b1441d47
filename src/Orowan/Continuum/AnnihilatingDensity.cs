using Orowan.Formats;

namespace Orowan.Continuum;

/// <summary>Equation (1.3) of A by finite volumes: second order upwind fluxes, annihilation cell by cell, two stages of Euler in time.</summary>
/// <remarks>
/// <para>
/// Why finite volumes. Once opposite species touch, (1.3) has no smooth solution: [kappa]_+ and [kappa]_- end in jumps at an interface,
/// where V = -log drives either species with a speed like log(1/distance), and what annihilates at an interface at rest is an atom of
/// rho^+ and rho^-. Quantiles would have to follow every interface as it appears, moves and vanishes. Cells need no interface: they
/// conserve each mass, keep both densities non-negative and annihilate what meets in a cell, and kernels averaged over cells are
/// finite. The price is the width of a cell in the place of an annihilation, hence W_2 of order 1 after contact and about 3/2 before
/// (the edge of a semicircle is a square root).
/// </para>
/// <para>
/// Stages. One step of Euler moves a^+- = [kappa]_+- - (dt/h) differences of F^+-, then annihilates min(a^+, a^-) in each cell. Heun's
/// step is the mean of the state and two such steps, taken for rho^+- (so a mean of opposite signs annihilates): masses, signs and
/// order are those of Euler's. A cell loses at most half its mass (c = 1/4 in <see cref="UpwindFluxes"/>). So neighbours + and - of alive
/// masses p and m cannot change places in a step of Euler: + would have to keep less than it receives, p/2 &lt; m/2, and - likewise
/// m/2 &lt; p/2.
/// </para>
/// <para>
/// Step. Besides c, stability: linearised at density rho the fluxes have the symbol -rho |k| pi A, A = A_V + A_W bounding the kernels'
/// transforms A pi/|k|, up to rho A pi^2/h on the cells; Heun's method needs dt times that below 2.
/// </para>
/// </remarks>
internal sealed class AnnihilatingDensity
{
    private const double Courant = 0.25;

    /// <summary>A little below 2/pi^2.</summary>
    private const double Stability = 0.18;

    /// <summary>Density, as a share of the mean over the initial hull, that no longer moves: W_2 feels it as a mass of 1e-20.</summary>
    private const double DustShare = 1e-20;

    private readonly DensityCase subject;
    private readonly double dust;
    private readonly int mostCells;
    private readonly IReadOnlyList<double>? schedule;
    private readonly List<double> widenings = [];
    private DensityGrid grid;
    private PairedConvolution convolution;
    private Stage first;
    private Stage second;

    /// <param name="subject">The case.</param>
    /// <param name="cells">Cells over the hull of the initial supports.</param>
    /// <param name="schedule">
    /// When to double the width of the cells: as an integration with half the cells did, so that the two stay comparable; null: when the
    /// cells are more than four times as many as at first.
    /// </param>
    public AnnihilatingDensity(DensityCase subject, int cells, IReadOnlyList<double>? schedule = null)
    {
        this.subject = subject;
        this.schedule = schedule;
        dust = DustShare / (subject.High - subject.Low);
        mostCells = 4 * cells;
        grid = DensityGrid.Of(subject, cells);
        (convolution, first, second) = Workspace();
        Evaluate(first, grid.Kappa);
    }

    public double Time { get; private set; }

    public long Steps { get; private set; }

    /// <summary>(1/2) of the double integral of V ([kappa]_+ [kappa]_+ + [kappa]_- [kappa]_-), plus that of W [kappa]_+ [kappa]_-.</summary>
    public double Energy => first.Energy;

    /// <summary>The energy dissipated since time 0, by the trapezoidal rule of each step.</summary>
    public double Dissipation { get; private set; }

    /// <summary>The times at which the width of the cells was doubled.</summary>
    public IReadOnlyList<double> Widenings => widenings;

    public DensityRow Row => grid.ToRow(Time);

    /// <summary>Integrates up to <paramref name="time"/>, or until <paramref name="mostSteps"/> steps are taken in all.</summary>
    public void Advance(double time, long mostSteps)
    {
        while (Time < time && Steps < mostSteps)
        {
            MakeRoom();
            Step(time);
            Steps++;
        }
    }

    private void Step(double until)
    {
        var wanted = Math.Min(until - Time, LongestStep());
        while (true)
        {
            var once = Euler(grid, first, wanted);
            Evaluate(second, once.Kappa);
            if (second.Fastest * wanted <= 2 * Courant * grid.Width)
            {
                Dissipation += wanted * (first.Dissipation + second.Dissipation) / 2;
                grid = Mean(grid, Euler(once, second, wanted));
                Time = wanted == until - Time ? until : Time + wanted;
                Evaluate(first, grid.Kappa);
                return;
            }
            wanted /= 2;
        }
    }

    private double LongestStep()
    {
        double densest = 0;
        foreach (var kappa in grid.Kappa) densest = Math.Max(densest, Math.Abs(kappa));
        var transport = Courant * grid.Width / first.Fastest;
        var stable = Stability * grid.Width / ((subject.V.SlopeBound + subject.W.SlopeBound) * densest);
        return Math.Min(transport, stable);
    }

    private static DensityGrid Euler(DensityGrid start, Stage stage, double step)
    {
        var (kappa, ghosts) = (new double[start.Cells], new double[start.Cells]);
        var share = step / start.Width;
        var (plus, minus) = (stage.Plus.Flux, stage.Minus.Flux);
        for (var i = 0; i < kappa.Length; i++)
        {
            var p = Math.Max(0, Math.Max(0, start.Kappa[i]) - (share * (plus[i + 1] - plus[i])));
            var m = Math.Max(0, Math.Max(0, -start.Kappa[i]) - (share * (minus[i + 1] - minus[i])));
            kappa[i] = p - m;
            ghosts[i] = start.Ghosts[i] + Math.Min(p, m);
        }
        return start with { Kappa = kappa, Ghosts = ghosts };
    }

    /// <summary>The mean of rho^+- of two states: where their signs differ, the mean annihilates once more.</summary>
    private static DensityGrid Mean(DensityGrid a, DensityGrid b)
    {
        var (kappa, ghosts) = (new double[a.Cells], new double[a.Cells]);
        for (var i = 0; i < kappa.Length; i++)
        {
            kappa[i] = (a.Kappa[i] + b.Kappa[i]) / 2;
            var common = Math.Min(Math.Max(a.Kappa[i], 0) + Math.Max(b.Kappa[i], 0), Math.Max(-a.Kappa[i], 0) + Math.Max(-b.Kappa[i], 0));
            ghosts[i] = ((a.Ghosts[i] + b.Ghosts[i]) / 2) + (common / 2);
        }
        return a with { Kappa = kappa, Ghosts = ghosts };
    }

    /// <summary>Keeps empty cells at both ends, and the number of cells within bounds: what spreads far needs no fine cells.</summary>
    private void MakeRoom()
    {
        var before = grid;
        var full = grid.ReachesEnd(dust);
        if (schedule is null ? full && 2 * grid.Cells > mostCells : widenings.Count < schedule.Count && Time >= schedule[widenings.Count])
        {
            grid = grid.Coarsened();
            widenings.Add(Time);
        }
        if (full) grid = grid.Extended();
        if (ReferenceEquals(grid, before)) return;
        (convolution, first, second) = Workspace();
        Evaluate(first, grid.Kappa);
    }

    private void Evaluate(Stage stage, double[] kappa)
    {
        convolution.Potentials(kappa, stage.PlusPotential, stage.MinusPotential);
        stage.Compute(kappa, grid.Width, dust);
    }

    private (PairedConvolution Convolution, Stage First, Stage Second) Workspace() =>
        (new(subject.V, subject.W, grid.Width, grid.Cells), new(grid.Cells, grid.Width), new(grid.Cells, grid.Width));

    /// <summary>What one evaluation gives.</summary>
    private sealed class Stage(int cells, double width)
    {
        public double[] PlusPotential { get; } = new double[cells];

        public double[] MinusPotential { get; } = new double[cells];

        public UpwindFluxes Plus { get; } = new(cells, width);

        public UpwindFluxes Minus { get; } = new(cells, width);

        public double Fastest => Math.Max(Plus.Fastest, Minus.Fastest);

        public double Dissipation => Plus.Dissipation + Minus.Dissipation;

        public double Energy { get; private set; }

        public void Compute(double[] kappa, double h, double dust)
        {
            Plus.Compute(kappa, 1, PlusPotential, dust);
            Minus.Compute(kappa, -1, MinusPotential, dust);
            double sum = 0;
            for (var i = 0; i < kappa.Length; i++) sum += (Math.Max(kappa[i], 0) * PlusPotential[i]) + (Math.Max(-kappa[i], 0) * MinusPotential[i]);
            Energy = h * sum / 2;
        }
    }
}
