/* Velocities of n signed particles on the line: -log between equals, 1/2 log(r^2 + delta^2) between opposites.
 * As fast as plain C gets: particles of one charge stand together, eight lanes at a time by GCC's vector types, each pair is
 * visited once, and four pairs share a division. Positions are sorted when equal, and padding lies far away. */
#ifndef LINE_FORCES_H
#define LINE_FORCES_H
#include <stdlib.h>
#include <string.h>

typedef double lanes __attribute__((vector_size(64), aligned(64)));
#define ROOM(n) (((n) + 7) / 8 * 8)

/* one species: positions, velocities, places in the whole */
typedef struct { int count; double *x, *v; int *place; } species;
typedef struct { int n, count; double delta; const double *charge; species s[2]; long calls; } line;

static double *aligned_doubles(int n) {
    double *p = aligned_alloc(64, sizeof(double) * (size_t)(ROOM(n) + 8));
    memset(p, 0, sizeof(double) * (size_t)(ROOM(n) + 8));
    return p;
}

static inline double lane_sum(lanes a) { return ((a[0] + a[4]) + (a[2] + a[6])) + ((a[1] + a[5]) + (a[3] + a[7])); }

static inline __attribute__((always_inline)) void four_like(lanes a, lanes b, lanes c, lanes d, lanes f[4], lanes *common) {
    lanes ab = a * b, cd = c * d, s = 1.0 / (ab * cd), scd = s * cd, sab = s * ab;
    f[0] += b * scd; f[1] += a * scd; f[2] += d * sab; f[3] += c * sab;
    *common += (a + b) * scd; *common += (c + d) * sab;
}

static inline __attribute__((always_inline)) void four_soft(lanes a, lanes b, lanes c, lanes d, double e, lanes f[4], lanes *common) {
    lanes qa = a * a + e, qb = b * b + e, qc = c * c + e, qd = d * d + e;
    lanes ab = qa * qb, cd = qc * qd, s = 1.0 / (ab * cd), scd = s * cd, sab = s * ab;
    a *= qb; b *= qa; c *= qd; d *= qc;
    f[0] += a * scd; f[1] += b * scd; f[2] += c * sab; f[3] += d * sab;
    *common += (a + b) * scd; *common += (c + d) * sab;
}

/* within a species: padding beyond the last particle is at 1e30 and more, where 1/r is nothing beside the rest */
static void like_forces(species *s) {
    int blocks = ROOM(s->count) / 8;
    for (int k = s->count; k < 8 * blocks; k++) s->x[k] = 1e30 * (1 + k - s->count);
    for (int b = 0; b < blocks; b++) {
        double *x = s->x + 8 * b, *v = s->v + 8 * b;
        for (int i = 0; i < 8; i++)
            for (int j = i + 1; j < 8; j++) { double t = 1 / (x[j] - x[i]); v[i] -= t; v[j] += t; }
    }
    for (int b = 0; b < blocks; b++) {
        double *x = s->x + 8 * b;
        lanes f[4] = {0}, g[4] = {0};
        for (int c = b + 1; c < blocks; c++) {
            lanes y = *(lanes *)(s->x + 8 * c), p = *(lanes *)(s->v + 8 * c);
            four_like(y - x[0], y - x[1], y - x[2], y - x[3], f, &p);
            four_like(y - x[4], y - x[5], y - x[6], y - x[7], g, &p);
            *(lanes *)(s->v + 8 * c) = p;
        }
        for (int i = 0; i < 4; i++) { s->v[8 * b + i] -= lane_sum(f[i]); s->v[8 * b + 4 + i] -= lane_sum(g[i]); }
    }
}

/* between the species; what does not fill a vector goes one by one */
static void opposite_forces(species *r, species *c, double e) {
    int whole = c->count / 8 * 8, rows = r->count / 4 * 4;
    for (int i = 0; i < rows; i += 4) {
        double *x = r->x + i;
        lanes f[4] = {0};
        for (int j = 0; j < whole; j += 8) {
            lanes y = *(lanes *)(c->x + j), p = *(lanes *)(c->v + j), q = {0};
            four_soft(y - x[0], y - x[1], y - x[2], y - x[3], e, f, &q);
            *(lanes *)(c->v + j) = p - q;
        }
        for (int k = 0; k < 4; k++) r->v[i + k] += lane_sum(f[k]);
    }
    for (int i = 0; i < r->count; i++)
        for (int j = i < rows ? whole : 0; j < c->count; j++) {
            double d = c->x[j] - r->x[i], t = d / (d * d + e);
            r->v[i] += t; c->v[j] -= t;
        }
}

static void velocities(line *p, const double *x, double *v) {
    p->calls++;
    for (int q = 0; q < 2; q++) {
        species *s = &p->s[q];
        for (int k = 0; k < s->count; k++) s->x[k] = x[s->place[k]];
        memset(s->v, 0, sizeof(double) * (size_t)ROOM(s->count));
        like_forces(s);
    }
    if (p->s[0].count && p->s[1].count) opposite_forces(&p->s[0], &p->s[1], p->delta * p->delta);
    for (int q = 0; q < 2; q++)
        for (int k = 0; k < p->s[q].count; k++) v[p->s[q].place[k]] = p->s[q].v[k] / p->n;
}

static void take_charges(line *p, const double *charge, int count) {
    p->charge = charge; p->count = count; p->s[0].count = p->s[1].count = 0;
    for (int i = 0; i < count; i++) { species *s = &p->s[charge[i] < 0]; s->place[s->count++] = i; }
}

static void make_line(line *p, int n, double delta) {
    memset(p, 0, sizeof *p);
    p->n = n; p->delta = delta;
    for (int q = 0; q < 2; q++) {
        p->s[q].x = aligned_doubles(n);
        p->s[q].v = aligned_doubles(n);
        p->s[q].place = malloc(sizeof(int) * (size_t)(n + 8));
    }
}
#endif
