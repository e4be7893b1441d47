namespace Orowan.Claims.MultipleSigns;

/// <summary>The lines of B, sections 1, 2 and 4, on definitions, on prose, and on displays that another line judges: why they are no claims.</summary>
internal static class ProseLedger
{
    public static IEnumerable<Entry> Entries { get; } =
    [
        No("B-1.1-question", "Section 1.1", "Motivation and the question of the paper; nothing is claimed."),
        No("B-1.3-list", "Section 1.3, items (1) to (4)", "A list of regularisations in the literature."),
        No("B-1.4-convergence", "Section 1.4, first result", "Announces Theorems 3.3 and 3.9; what it says of delta_n >> n^{-1/d} is judged as B-1.4-slow."),
        No(
            "B-1.4-dipoles",
            "Section 1.4, second result",
            "Announces section 4, judged as B-4.1, B-4.2, B-4.4, B-4.6. As printed the distance of dipoles is much larger than 'the inter-dipole distance', which must read their width, and the limits are 'constant in space', "
            + "which they are only for a constant rho_0: section 4 lets it be any bounded density."),
        No("B-1.5-singularity", "Section 1.5, the strongest singularity", "That no result is known beyond a logarithm says nothing about numbers."),
        No("B-1.5-positive", "Section 1.5, potentials with negative coefficients", "A citation of simulations elsewhere, without the potentials; that positive coefficients make the energy convex in kappa is judged as B-1.5-convex."),
        No("B-1.5-entropy", "Section 1.5, regularisation and a-priori estimates", "Empirical measures have no density and so no entropy (2.3): a definition. The expansion rate that replaces it is judged as B-3.5-gronwall."),
        No("B-1.5-core", "Section 1.5, beyond regularising the core", "Other models; that a short dipole breaks up under a strong force is judged as B-1.5-breakup."),
        No("B-1.5-literature", "Section 1.5, well-posedness, non-convergence", "Literature and open questions."),
        No("B-2-notation", "Section 2.1, list of symbols", "Definitions."),
        No("B-eq-2.1", "Equation (2.1)", "The energy (1.5), judged as B-eq-1.5."),
        No("B-eq-2.2", "Equation (2.2)", "The empirical measures (1.3) and kappa_n, judged as B-eq-1.3."),
        No("B-2.2-class", "Section 2.2, P(T^d x {+-1})", "A definition."),
        No("B-eq-2.3", "Equation (2.3)", "A definition; the entropy is what B-2.4-entropy and section 3 bound."),
        No("B-2.2-couplings", "Section 2.2, couplings and optimal plans", "A definition, and the existence of a minimiser; the distances that they define are judged as B-eq-2.4 to B-2.2-ii."),
        No("B-eq-2.10", "Equation (2.10)", "The inequality of Lemma 2.5, judged as B-2.5 with the sharp constant."),
        No("B-2.5-display-1", "Lemma 2.5, proof", "Its ends are (2.10). Between them (1 + |k|^2)^{d/2} V_k <= K term by term, so that every c <= 1/K serves; Parseval's sum is what B-2.5 computes."),
        No("B-2.3.1-screw", "Section 2.3.1, screw dislocations in R^2", "V = -log|x| is the singular part of the Green's function, judged as B-2.1."),
        No("B-2.3.1-inspired", "Section 2.3.1, screw dislocations", "Physical background of the isotropic evolution."),
        No("B-2.3.2-local", "Section 2.3.2, convergence in L^1_loc", "Uniform convergence away from the singular points is (2.15); at them each term is integrable. Both sums are judged as B-eq-2.15 and B-2.3.2-sum."),
        No("B-4-choice", "Section 4.1, choice of the initial data", "The construction that B-4.2-set carries out, and Figure 1."),
        No("B-4-well", "Section 4.1, walls of the well of order 1/delta", "(V3)_I and (V4)_I in words, judged as B-V3I, B-V3I-plane, B-V4I and B-V4I-plane."),
        No("B-4-external", "Section 4.1, net effect of U", "Of order delta: the external part of (4.8), judged as B-eq-4.8, and in the plane as B-4.5."),
        No("B-UI", "Assumption (U)_I", "U in C^2: weaker than (U), judged as B-U."),
        No("B-4.1-omega2", "Section 4.2.1, the set Omega_2(M)", "A definition; it contains Omega(M), whose data are judged as B-eq-4.7."),
        No("B-4.1-first-times", "Section 4.2.1, step 2.1, displays", "Both follow from |n grad E_n| <= C/delta by integration over [0, delta^3], judged as B-4.1-apriori; the sharper ones that replace them are (4.12) and (4.13)."),
        No("B-4.2-quantiles", "Corollary 4.2, proof, the iterative choice", "The construction of B-4.2-set."),
        No("B-4.4-omega", "Section 4.2.2, Omega(M)", "A definition. It asks d_i in B_n where the barrier acts at 2 d_i, so that B_n must be halved: see B-4.4."),
        No("B-4.6-omega", "Section 4.3, Omega(M)", "A definition; that data stay in it is judged, and corrected, as B-4.6."),
        No("B-4.6-biharmonic", "Section 4.3, W = V - V_edge", "W is biharmonic as the difference of (2.17) and (2.16), judged as B-eq-2.16 and B-eq-2.17; that it is bounded is part of B-4.6-singularity and B-V1I-plane."),
        No("B-4.6-interval", "Section 4.3, shrinking [0, delta^3]", "A remark on the length of the steps of a proof; the result does not depend on it."),
    ];

    private static Entry No(string id, string label, string reason) => Entry.OfNotNumerical(id, label, reason);
}
