"""Exact squared W_2 by POT and SciPy. Input: doubles (n, dimension, periodic, weighted, x, y, masses of both); output: name, runs in seconds, value."""
import sys
import time

import numpy as np


def costs(x, y, periodic):
    table = np.zeros((len(x), len(y)))
    for k in range(x.shape[1]):
        d = x[:, k, None] - y[None, :, k]
        if periodic:
            d -= np.rint(d)
        d *= d
        table += d
    return table


def report(name, run, repetitions):
    times, value = [], None
    while len(times) < repetitions and (not times or sum(times) < 20):
        start = time.perf_counter()
        value = run()
        times.append(time.perf_counter() - start)
    print(name, *map(repr, times), repr(float(value)), sep="|", flush=True)


def main():
    data = np.frombuffer(sys.stdin.buffer.read())
    n, d, periodic, weighted, repetitions = int(data[0]), int(data[1]), bool(data[2]), bool(data[3]), int(sys.argv[1])
    x, y, masses = data[4:4 + n * d].reshape(n, d), data[4 + n * d:4 + 2 * n * d].reshape(n, d), data[4 + 2 * n * d:]
    a, b = masses[:n], masses[n:]
    try:
        import ot
    except ImportError:
        ot = None
    if not periodic:
        if not weighted:
            report("NumPy, sort both", lambda: np.mean((np.sort(x[:, 0]) - np.sort(y[:, 0])) ** 2), repetitions)
        if ot is not None:
            report("POT emd2_1d", lambda: ot.emd2_1d(x[:, 0], y[:, 0], a, b, metric="sqeuclidean"), repetitions)
        return
    if ot is not None:
        def emd():
            table = costs(x, y, periodic)
            return (ot.emd(a, b, table, numItermax=10**8) * table).sum()

        report("POT emd", emd, repetitions)
    if weighted:
        return
    try:
        from scipy.optimize import linear_sum_assignment
    except ImportError:
        return

    def assignment():
        table = costs(x, y, periodic)
        return table[linear_sum_assignment(table)].sum() / n

    report("SciPy linear_sum_assignment", assignment, repetitions)
    report("(table of costs alone, NumPy)", lambda: 0 * costs(x, y, periodic)[0, 0], repetitions)


main()
