using System.Numerics;

namespace Orowan.Integration;

/// <summary>Inverses of matrices of a few rows, real or complex, where a library's call would cost more than the work.</summary>
internal static class SmallMatrix
{
    /// <summary>Inverts by Gauss and Jordan with pivots; both are row-major, <paramref name="size"/> square.</summary>
    /// <param name="matrix">The matrix, which is overwritten.</param>
    /// <param name="inverse">Its inverse; not finite when there is none.</param>
    internal static void Invert<T>(Span<T> matrix, Span<T> inverse, int size)
        where T : INumberBase<T>
    {
        for (var p = 0; p < size * size; p++) inverse[p] = p % (size + 1) == 0 ? T.One : T.Zero;
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var i = column + 1; i < size; i++)
            {
                if (T.MaxMagnitude(matrix[(i * size) + column], matrix[(pivot * size) + column]) != matrix[(pivot * size) + column]) pivot = i;
            }
            for (var j = 0; j < size; j++)
            {
                (matrix[(column * size) + j], matrix[(pivot * size) + j]) = (matrix[(pivot * size) + j], matrix[(column * size) + j]);
                (inverse[(column * size) + j], inverse[(pivot * size) + j]) = (inverse[(pivot * size) + j], inverse[(column * size) + j]);
            }
            var scale = T.One / matrix[(column * size) + column];
            for (var j = 0; j < size; j++)
            {
                matrix[(column * size) + j] *= scale;
                inverse[(column * size) + j] *= scale;
            }
            for (var i = 0; i < size; i++)
            {
                if (i == column) continue;
                var multiple = matrix[(i * size) + column];
                for (var j = 0; j < size; j++)
                {
                    matrix[(i * size) + j] -= multiple * matrix[(column * size) + j];
                    inverse[(i * size) + j] -= multiple * inverse[(column * size) + j];
                }
            }
        }
    }
}
