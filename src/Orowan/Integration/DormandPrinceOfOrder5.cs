namespace Orowan.Integration;

/// <summary>
/// The Runge-Kutta pair of orders 5 and 4 of Dormand and Prince with its dense output of order 4, as published in Hairer, Norsett, Wanner,
/// Solving Ordinary Differential Equations I, 2nd ed., sections II.5 and II.6 and the code DOPRI5.
/// </summary>
internal static class DormandPrinceOfOrder5
{
    public static readonly RungeKuttaPair Pair = new(
        Order: 5,
        ErrorOrder: 5,
        StepStages: 7,
        Arguments:
        [
            new([], []),
            new([0], [1.0 / 5]),
            new([0, 1], [3.0 / 40, 9.0 / 40]),
            new([0, 1, 2], [44.0 / 45, -56.0 / 15, 32.0 / 9]),
            new([0, 1, 2, 3], [19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729]),
            new([0, 1, 2, 3, 4], [9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656]),
            new([0, 2, 3, 4, 5], [35.0 / 384, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84]),
        ],
        Error: new([0, 2, 3, 4, 5, 6], [71.0 / 57600, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40]),
        Damping: null,
        Dense:
        [
            new(
                [0, 2, 3, 4, 5, 6],
                [-12715105075.0 / 11282082432, 87487479700.0 / 32700410799, -10690763975.0 / 1880347072,
                 701980252875.0 / 199316789632, -1453857185.0 / 822651844, 69997945.0 / 29380423]),
        ]);
}
