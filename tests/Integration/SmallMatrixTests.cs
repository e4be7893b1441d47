using System.Numerics;
using Orowan.Integration;
using Xunit;

namespace Orowan.Tests.Integration;

public class SmallMatrixTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void A_matrix_times_its_inverse_is_one(int size)
    {
        var random = new Random(size);
        for (var k = 0; k < 20; k++)
        {
            // The diagonal is 0 in every second matrix, so that rows have to be exchanged.
            double[] real = [.. Enumerable.Range(0, size * size).Select(p => p % (size + 1) == 0 && size > 1 && k % 2 == 0 ? 0 : random.NextDouble() - 0.5)];
            Check(real, size, entry => Math.Abs(entry));
            Complex[] complex = [.. real.Select(entry => new Complex(entry, random.NextDouble() - 0.5))];
            Check(complex, size, Complex.Abs);
        }
    }

    private static void Check<T>(T[] matrix, int size, Func<T, double> norm)
        where T : INumberBase<T>
    {
        var inverse = new T[size * size];
        SmallMatrix.Invert((T[])matrix.Clone(), inverse, size);
        var largest = inverse.Max(norm);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                var sum = i == j ? -T.One : T.Zero;
                for (var k = 0; k < size; k++) sum += matrix[(i * size) + k] * inverse[(k * size) + j];
                Assert.InRange(norm(sum), 0, 1e-14 * (1 + largest));
            }
        }
    }
}
