"""scipy.integrate.solve_ivp on a case: the same arguments, input and output as the C peers (see run.h)."""
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp


def velocities(n, b, delta):
    """Right-hand side on all pairs at once, one matrix and no loop, its memory reused."""
    m = len(b)
    like = np.equal.outer(b, b)
    square = np.where(like, 0.0, delta * delta)
    sign = np.where(like, 1.0, -1.0) / n
    r, q = np.empty((m, m)), np.empty((m, m))

    def f(t, x):
        np.subtract.outer(x, x, out=r)
        np.multiply(r, r, out=q)
        q.__iadd__(square)
        np.fill_diagonal(q, 1.0)
        np.divide(r, q, out=q)
        return np.einsum("ij,ij->i", q, sign)

    def equal(t, x):
        np.subtract.outer(x, x, out=r)
        np.fill_diagonal(r, np.inf)
        np.divide(1.0, r, out=r)
        return r.sum(axis=1) / n

    return equal if like.all() else f


def solve(method, tolerance, T, delta, x, b):
    n, t = len(x), 0.0
    final, alive, x, b, met = x.copy(), np.arange(n), x.copy(), b.copy(), []
    while t < T and len(alive):
        opposite = np.flatnonzero(b[1:] != b[:-1])

        def nearest(t, y, k=opposite):
            return (y[k + 1] - y[k]).min()

        nearest.terminal, nearest.direction = True, -1
        s = solve_ivp(velocities(n, b, delta), (t, T), x, method=method, rtol=max(tolerance, 3e-14), atol=tolerance,
                      events=nearest if len(opposite) else None)
        if s.status < 0:
            sys.exit(70)
        x, t = s.y[:, -1], s.t[-1]
        if s.status == 0:
            break
        k = opposite[np.argmin(x[opposite + 1] - x[opposite])]
        final[alive[k:k + 2]] = 0.5 * (x[k] + x[k + 1])
        met.append(t)
        alive, x, b = (np.delete(v, [k, k + 1]) for v in (alive, x, b))
    final[alive] = x
    return final, met


def main():
    method, tolerance, repetitions, budget = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
    data = np.frombuffer(sys.stdin.buffer.read())
    n, T, delta = int(data[0]), data[1], data[2]
    x, b, times = data[3:3 + n], data[3 + n:], []
    while len(times) < repetitions and (not times or sum(times) < budget):
        start = time.perf_counter()
        final, met = solve(method, tolerance, T, delta, x, b)
        times.append(time.perf_counter() - start)
    for name, values in (("times", times), ("forces", [0]), ("x", final), ("collisions", met)):
        print(name, *(repr(float(v)) if name != "forces" else v for v in values))


main()
