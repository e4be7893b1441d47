"""scipy.integrate.solve_ivp on bed D: the same arguments, input and output as dipoles.c."""
import sys
import time

import numpy as np
from scipy.integrate import solve_ivp


def system(z0, delta):
    m, pi = len(z0), np.pi
    n, sinh2 = 2 * m, np.sinh(np.pi * delta) ** 2
    place, other = np.subtract.outer(z0, z0), ~np.eye(m, dtype=bool)

    def slope(r):
        s = np.sin(pi * r)
        return -pi * s * np.cos(pi * r) / (sinh2 + s * s)

    def f(t, y):
        u, d = delta * y[:m], delta * y[m:]
        r = place + np.subtract.outer(u, u)
        centre, width = np.zeros(m), np.zeros(m)
        for p in (1, -1):
            for q in (1, -1):
                sums = np.where(other, slope(r + p * d[:, None] - q * d[None, :]), 0.0).sum(axis=1)
                centre -= 0.5 * p * q * sums / n
                width -= 0.5 * q * sums / n
        centre += np.cos(2 * pi * (z0 + u)) * np.sin(2 * pi * d)
        width += slope(2 * d) / n + np.sin(2 * pi * (z0 + u)) * np.cos(2 * pi * d)
        return np.concatenate([centre, width]) / delta

    return f


def main():
    method, tolerance, repetitions, budget = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
    data = np.frombuffer(sys.stdin.buffer.read())
    n, horizon = int(data[0]), data[1]
    m, delta = n // 2, n ** -3.5
    z0, d0, times = data[3:3 + m], data[3 + m:3 + n], []
    f, start_state = system(z0, delta), np.concatenate([np.zeros(m), d0])
    while len(times) < repetitions and (not times or sum(times) < budget):
        start = time.perf_counter()
        s = solve_ivp(f, (0, horizon), start_state, method=method, rtol=max(tolerance, 3e-14), atol=0.01 * tolerance,
                      t_eval=[horizon])
        if s.status < 0:
            sys.exit(70)
        times.append(time.perf_counter() - start)
    for name, values in (("times", times), ("forces", [s.nfev]), ("x", s.y[m:, -1]), ("collisions", [])):
        print(name, *(repr(float(v)) if name != "forces" else v for v in values))


main()
