/* Reads a case, runs a method several times, writes times, final positions and collision times for the side-by-side runner.
 * usage: PROGRAM METHOD TOLERANCE REPETITIONS SECONDS < case        (case: doubles n, T, delta, x[n], b[n]) */
#ifndef RUN_H
#define RUN_H
#include "line_forces.h"
#include <math.h>
#include <stdio.h>
#include <time.h>

typedef struct { line p; int n, *id; double T, *x, *b, *final, *collision; int collisions; } run;

static double seconds(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

/* neighbours k and k + 1 of the alive annihilate at time t; returns how many are left */
static int annihilate(run *r, double *x, double *charge, int count, int k, double t) {
    r->final[r->id[k]] = r->final[r->id[k + 1]] = 0.5 * (x[k] + x[k + 1]);
    r->collision[r->collisions++] = t;
    for (int i = k + 2; i < count; i++) { x[i - 2] = x[i]; charge[i - 2] = charge[i]; r->id[i - 2] = r->id[i]; }
    return count - 2;
}

/* the method: 0 when it reached T */
static int solve(run *r, const char *method, double tolerance, double *x, double *charge);

int main(int argc, char **argv) {
    double head[3];
    run r = {0};
    if (argc < 5 || fread(head, 8, 3, stdin) != 3) return 64;
    r.n = (int)head[0]; r.T = head[1];
    r.x = aligned_doubles(r.n); r.b = aligned_doubles(r.n); r.final = aligned_doubles(r.n); r.collision = aligned_doubles(r.n);
    r.id = malloc(sizeof(int) * (size_t)r.n);
    if (fread(r.x, 8, (size_t)r.n, stdin) != (size_t)r.n || fread(r.b, 8, (size_t)r.n, stdin) != (size_t)r.n) return 64;
    make_line(&r.p, r.n, head[2]);
    double *x = aligned_doubles(r.n), *charge = aligned_doubles(r.n), spent = 0;
    printf("times");
    for (int k = 0; k < atoi(argv[3]) && (k == 0 || spent < atof(argv[4])); k++) {
        memcpy(x, r.x, 8 * (size_t)r.n); memcpy(charge, r.b, 8 * (size_t)r.n);
        for (int i = 0; i < r.n; i++) r.id[i] = i;
        r.collisions = 0; r.p.calls = 0;
        double start = seconds();
        if (solve(&r, argv[1], atof(argv[2]), x, charge)) return 70;
        double t = seconds() - start;
        for (int i = 0; i < r.p.count; i++) r.final[r.id[i]] = x[i];
        spent += t; printf(" %.9g", t);
    }
    printf("\nforces %ld\nx", r.p.calls);
    for (int i = 0; i < r.n; i++) printf(" %.17g", r.final[i]);
    printf("\ncollisions");
    for (int i = 0; i < r.collisions; i++) printf(" %.17g", r.collision[i]);
    printf("\n");
    return 0;
}
#endif
