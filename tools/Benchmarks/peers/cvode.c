/* SUNDIALS CVODE: "adams" (fixed point), "bdf" (GMRES, preconditioned by the nearest neighbours' tridiagonal Jacobian). */
#include "run.h"
#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_version.h>
#include <sunlinsol/sunlinsol_spgmr.h>
#include <sunnonlinsol/sunnonlinsol_fixedpoint.h>

static double *low, *diagonal, *pivot;

static int rate(sunrealtype t, N_Vector y, N_Vector v, void *data) {
    (void)t;
    line *p = data;
    double *x = N_VGetArrayPointer(y);
    for (int q = 0; q < 2; q++)
        for (int k = 0; k + 1 < p->s[q].count; k++)
            if (!(x[p->s[q].place[k + 1]] > x[p->s[q].place[k]])) return 1;
    velocities(p, x, N_VGetArrayPointer(v));
    return 0;
}

static int closing(sunrealtype t, N_Vector y, sunrealtype *g, void *data) {
    (void)t;
    line *p = data;
    double *x = N_VGetArrayPointer(y);
    int m = 0;
    for (int k = 0; k + 1 < p->count; k++)
        if (p->charge[k] * p->charge[k + 1] < 0) g[m++] = x[k + 1] - x[k];
    return 0;
}

/* I - gamma J with J of neighbours alone, factored as L D L^T */
static int setup(sunrealtype t, N_Vector y, N_Vector fy, int ok, int *current, sunrealtype gamma, void *data) {
    (void)t; (void)fy; (void)ok;
    line *p = data;
    double *x = N_VGetArrayPointer(y), e = p->delta * p->delta;
    for (int i = 0; i < p->count; i++) diagonal[i] = 1;
    for (int i = 0; i + 1 < p->count; i++) {
        double d = x[i + 1] - x[i], q = d * d;
        double slope = gamma / p->n * (p->charge[i] * p->charge[i + 1] > 0 ? 1 / q : -fmax(0, e - q) / ((q + e) * (q + e)));
        diagonal[i] += slope; diagonal[i + 1] += slope; low[i] = -slope;
    }
    pivot[0] = diagonal[0];
    for (int i = 1; i < p->count; i++) pivot[i] = diagonal[i] - low[i - 1] * low[i - 1] / pivot[i - 1];
    *current = 1;
    return 0;
}

static int precondition(sunrealtype t, N_Vector y, N_Vector fy, N_Vector r, N_Vector z, sunrealtype gamma, sunrealtype delta, int lr,
                        void *data) {
    (void)t; (void)y; (void)fy; (void)gamma; (void)delta; (void)lr;
    int n = ((line *)data)->count;
    double *a = N_VGetArrayPointer(r), *b = N_VGetArrayPointer(z);
    b[0] = a[0];
    for (int i = 1; i < n; i++) b[i] = a[i] - low[i - 1] / pivot[i - 1] * b[i - 1];
    b[n - 1] /= pivot[n - 1];
    for (int i = n - 2; i >= 0; i--) b[i] = (b[i] - low[i] * b[i + 1]) / pivot[i];
    return 0;
}

static void quiet(int code, const char *module, const char *function, char *text, void *data) {
    (void)code; (void)module; (void)function; (void)text; (void)data;
}

static int solve(run *r, const char *method, double tolerance, double *x, double *charge) {
    int adams = !strcmp(method, "adams"), count = r->n;
    double t = 0;
    SUNContext context;
#if SUNDIALS_VERSION_MAJOR >= 7
    SUNContext_Create(SUN_COMM_NULL, &context);
#else
    SUNContext_Create(NULL, &context);
#endif
    if (!low) { low = aligned_doubles(r->n); diagonal = aligned_doubles(r->n); pivot = aligned_doubles(r->n); }
    take_charges(&r->p, charge, count);
    while (t < r->T && count > 0) {
        N_Vector y = N_VMake_Serial(count, x, context);
        void *memory = CVodeCreate(adams ? CV_ADAMS : CV_BDF, context);
        SUNNonlinearSolver nonlinear = NULL;
        SUNLinearSolver linear = NULL;
        CVodeInit(memory, rate, t, y);
#if SUNDIALS_VERSION_MAJOR < 7
        CVodeSetErrHandlerFn(memory, quiet, NULL);
#endif
        CVodeSStolerances(memory, tolerance, tolerance);
        CVodeSetUserData(memory, &r->p);
        CVodeSetMaxNumSteps(memory, 100000000);
        CVodeSetStopTime(memory, r->T);
        if (adams) CVodeSetNonlinearSolver(memory, nonlinear = SUNNonlinSol_FixedPoint(y, 0, context));
        else {
            CVodeSetLinearSolver(memory, linear = SUNLinSol_SPGMR(y, SUN_PREC_LEFT, 15, context), NULL);
            CVodeSetPreconditioner(memory, setup, precondition);
        }
        int opposites = 0;
        for (int k = 0; k + 1 < count; k++) opposites += charge[k] * charge[k + 1] < 0;
        if (opposites) CVodeRootInit(memory, opposites, closing);
        int flag = CVode(memory, r->T, y, &t, CV_NORMAL);
        CVodeFree(&memory);
        if (linear) SUNLinSolFree(linear);
        if (nonlinear) SUNNonlinSolFree(nonlinear);
        N_VDestroy(y);
        if (flag < 0) return 1;
        if (flag != CV_ROOT_RETURN) break;
        /* the root returned is the narrowest gap; others that are closed go with it */
        int narrow = -1;
        for (int k = 0; k + 1 < count; k++)
            if (charge[k] * charge[k + 1] < 0 && (narrow < 0 || x[k + 1] - x[k] < x[narrow + 1] - x[narrow])) narrow = k;
        count = annihilate(r, x, charge, count, narrow, t);
        for (int k = 0; k + 1 < count; k++)
            if (charge[k] * charge[k + 1] < 0 && x[k + 1] <= x[k]) { count = annihilate(r, x, charge, count, k, t); k = -1; }
        take_charges(&r->p, charge, count);
    }
    SUNContext_Free(&context);
    return 0;
}
