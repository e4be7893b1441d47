/* SUNDIALS CVODE, BDF with a diagonal Jacobian, on bed D: n/2 short dipoles on the circle, V the logarithm regularised at delta = n^-3.5,
 * U = cos(2 pi x) / (2 pi). Unknowns in units of delta: movements of the centres, half widths.
 * usage: PROGRAM METHOD TOLERANCE REPETITIONS SECONDS < case    (case: doubles n, T, ignored, z[n/2], d[n/2] / delta, n ignored) */
#include <cvode/cvode.h>
#include <cvode/cvode_diag.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sundials/sundials_version.h>
#include <time.h>

static int m;
static long calls;
static double delta, sinh2, *z0, *plus, *minus;

static double seconds(void) { struct timespec t; clock_gettime(CLOCK_MONOTONIC, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

static double slope(double r) {
    double s = sin(M_PI * r), c = cos(M_PI * r);
    return -M_PI * s * c / (sinh2 + s * s);
}

static int rate(sunrealtype t, N_Vector yv, N_Vector vv, void *data) {
    (void)t; (void)data;
    double *y = N_VGetArrayPointer(yv), *v = N_VGetArrayPointer(vv);
    calls++;
    memset(plus, 0, 8 * (size_t)m); memset(minus, 0, 8 * (size_t)m);
    for (int k = 0; k < m; k++)
        for (int l = k + 1; l < m; l++) {
            double r = z0[k] - z0[l] + delta * (y[k] - y[l]), a = delta * y[m + k], b = delta * y[m + l];
            double pp = slope(r + a - b), pm = slope(r + a + b), mp = slope(r - a - b), mm = slope(r - a + b);
            plus[k] -= pp - pm; minus[k] -= mm - mp;
            plus[l] += pp - mp; minus[l] += mm - pm;
        }
    for (int k = 0; k < m; k++) {
        double z = z0[k] + delta * y[k], d = delta * y[m + k], n = 2.0 * m;
        v[k] = (0.5 * (plus[k] + minus[k]) / n + cos(2 * M_PI * z) * sin(2 * M_PI * d)) / delta;
        v[m + k] = (0.5 * (plus[k] - minus[k]) / n + slope(2 * d) / n + sin(2 * M_PI * z) * cos(2 * M_PI * d)) / delta;
    }
    return 0;
}

int main(int argc, char **argv) {
    double head[3], spent = 0;
    if (argc < 5 || fread(head, 8, 3, stdin) != 3) return 64;
    m = (int)head[0] / 2;
    size_t count = (size_t)m;
    delta = pow(head[0], -3.5); sinh2 = pow(sinh(M_PI * delta), 2);
    double tolerance = atof(argv[2]), *d0 = malloc(8 * count), *y = malloc(16 * count);
    z0 = malloc(8 * count); plus = malloc(8 * count); minus = malloc(8 * count);
    if (fread(z0, 8, count, stdin) != count || fread(d0, 8, count, stdin) != count) return 64;
    printf("times");
    for (int k = 0; k < atoi(argv[3]) && (k == 0 || spent < atof(argv[4])); k++) {
        memset(y, 0, 8 * count); memcpy(y + m, d0, 8 * count);
        double start = seconds(), t = 0;
        SUNContext context;
#if SUNDIALS_VERSION_MAJOR >= 7
        SUNContext_Create(SUN_COMM_NULL, &context);
#else
        SUNContext_Create(NULL, &context);
#endif
        calls = 0;
        N_Vector state = N_VMake_Serial(2 * m, y, context);
        void *memory = CVodeCreate(CV_BDF, context);
        CVodeInit(memory, rate, 0, state);
        CVodeSStolerances(memory, tolerance, 0.01 * tolerance);
        CVodeSetMaxNumSteps(memory, 10000000);
        CVodeSetStopTime(memory, head[1]);
        CVDiag(memory);
        int flag = CVode(memory, head[1], state, &t, CV_NORMAL);
        CVodeFree(&memory); N_VDestroy(state); SUNContext_Free(&context);
        if (flag < 0) return 70;
        double taken = seconds() - start;
        spent += taken; printf(" %.9g", taken);
    }
    printf("\nforces %ld\nx", calls);
    for (int k = 0; k < m; k++) printf(" %.17g", y[m + k]);
    printf("\ncollisions\n");
    return 0;
}
