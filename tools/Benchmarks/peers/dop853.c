/* Dormand and Prince's method of order 8 with error estimates of order 5 and 3 and dense output of order 7 (Hairer, Norsett, Wanner,
 * section II.5 and II.6). The coefficients are written by dop853_header.py from an installed SciPy. */
#include "run.h"
#include "dop853_coefficients.h"

static double *k[EXTENDED], *y, *trial, *dense[7];

static int in_order(const line *p, const double *x) {
    for (int q = 0; q < 2; q++)
        for (int j = 0; j + 1 < p->s[q].count; j++)
            if (!(x[p->s[q].place[j + 1]] > x[p->s[q].place[j]])) return 0;
    return 1;
}

static void combine(int m, double *restrict out, const double *base, double h, const double *a, int stages) {
    for (int i = 0; i < m; i++) out[i] = base ? base[i] : 0;
    for (int s = 0; s < stages; s++) {
        if (a[s] == 0) continue;
        const double w = h * a[s], *restrict ks = k[s];
        for (int i = 0; i < m; i++) out[i] += w * ks[i];
    }
}

/* the estimated error of a step as a multiple of what is allowed; the end in trial, its rate in k[STAGES] */
static double attempt(line *p, const double *x, double h, double tolerance) {
    int m = p->count;
    for (int s = 1; s < STAGES; s++) {
        combine(m, y, x, h, A[s], s);
        if (!in_order(p, y)) return INFINITY;
        velocities(p, y, k[s]);
    }
    combine(m, trial, x, h, B, STAGES);
    if (!in_order(p, trial)) return INFINITY;
    velocities(p, trial, k[STAGES]);
    double five = 0, three = 0;
    for (int i = 0; i < m; i++) {
        double a = 0, b = 0, scale = tolerance * (1 + fmax(fabs(x[i]), fabs(trial[i])));
        for (int s = 0; s <= STAGES; s++) { a += E5[s] * k[s][i]; b += E3[s] * k[s][i]; }
        five += a / scale * (a / scale); three += b / scale * (b / scale);
    }
    return five == 0 && three == 0 ? 0 : fabs(h) * five / sqrt((five + 0.01 * three) * m);
}

static void interpolate(line *p, const double *x, double h) {
    int m = p->count;
    for (int s = STAGES + 1; s < EXTENDED; s++) { combine(m, y, x, h, A[s], s); velocities(p, y, k[s]); }
    for (int i = 0; i < m; i++) {
        double dy = trial[i] - x[i];
        dense[0][i] = dy; dense[1][i] = h * k[0][i] - dy; dense[2][i] = 2 * dy - h * (k[STAGES][i] + k[0][i]);
    }
    for (int j = 0; j < 4; j++) combine(m, dense[3 + j], NULL, h, D[j], EXTENDED);
}

static double inside(const double *x, int i, double theta) {
    double v = 0;
    for (int j = 6; j >= 0; j--) v = (v + dense[j][i]) * (j % 2 == 0 ? theta : 1 - theta);
    return x[i] + v;
}

static double gap_at(const double *x, int i, double theta) { return inside(x, i + 1, theta) - inside(x, i, theta); }

/* the first zero of gap i in the step, which ends at or below zero: bisection with secants */
static double zero_of(const double *x, int i) {
    double lo = 0, hi = 1, glo = gap_at(x, i, 0), ghi = gap_at(x, i, 1);
    for (int it = 0; it < 100 && hi - lo > 1e-15 && ghi < 0; it++) {
        double mid = it % 3 == 2 ? 0.5 * (lo + hi) : lo + (hi - lo) * glo / (glo - ghi);
        double g = gap_at(x, i, mid);
        if (g > 0) { lo = mid; glo = g; } else { hi = mid; ghi = g; }
    }
    return hi;
}

static int solve(run *r, const char *method, double tolerance, double *x, double *charge) {
    (void)method;
    line *p = &r->p;
    if (!y) {
        for (int s = 0; s < EXTENDED; s++) k[s] = aligned_doubles(r->n);
        for (int j = 0; j < 7; j++) dense[j] = aligned_doubles(r->n);
        y = aligned_doubles(r->n); trial = aligned_doubles(r->n);
    }
    take_charges(p, charge, r->n);
    velocities(p, x, k[0]);
    double t = 0, fastest = 0, h;
    for (int i = 0; i < p->count; i++) fastest = fmax(fastest, fabs(k[0][i]));
    h = fmin(r->T, 0.01 * pow(tolerance, 0.125) / (r->n * fmax(fastest, 1e-10)));
    while (t < r->T && p->count > 0) {
        double step = fmin(h, r->T - t), error = attempt(p, x, step, tolerance);
        if (!(error < 1)) {
            h = step * (isfinite(error) ? fmax(0.2, 0.9 * pow(error, -0.125)) : 0.2);
            if (h < 1e-15) return 1;
            continue;
        }
        double grown = step * (error == 0 ? 10 : fmin(10, 0.9 * pow(error, -0.125))), first = 2;
        int meeting = -1, interpolated = 0;
        for (int i = 0; i + 1 < p->count; i++) {
            if (charge[i] * charge[i + 1] > 0 || trial[i + 1] > trial[i]) continue;
            if (!interpolated++) interpolate(p, x, step);
            double theta = zero_of(x, i);
            if (theta < first) { first = theta; meeting = i; }
        }
        if (meeting >= 0) {
            for (int i = 0; i < p->count; i++) y[i] = inside(x, i, first);
            memcpy(x, y, 8 * (size_t)p->count);
            t += first * step;
            take_charges(p, charge, annihilate(r, x, charge, p->count, meeting, t));
            if (p->count) velocities(p, x, k[0]);
        } else {
            memcpy(x, trial, 8 * (size_t)p->count);
            memcpy(k[0], k[STAGES], 8 * (size_t)p->count);
            t += step;
        }
        h = grown > h || step == h ? grown : h;
    }
    return 0;
}
