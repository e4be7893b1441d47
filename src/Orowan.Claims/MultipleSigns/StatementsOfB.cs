namespace Orowan.Claims.MultipleSigns;

/// <summary>The statements of paper B in its order: numbered ones and displays, and the prose that has a ledger line.</summary>
internal static class StatementsOfB
{
    /// <summary>A line each: the id of its ledger line, and where it stands.</summary>
    public const string Text = """
        B-1.1-question Section 1.1, prose
        B-eq-1.1 (1.1), the singular energy
        B-1.2-collision Section 1.2, existence up to a collision
        B-eq-1.2 (1.2), its flow
        B-eq-1.3 (1.3), empirical measures
        B-eq-1.4 (1.4), the Groma-Balogh equations
        B-1.2-footnote Section 1.2, footnote 1, both displays
        B-1.3-footnote Section 1.3, footnote 2
        B-1.3-list Section 1.3, regularisations
        B-eq-1.5 (1.5), the regularised energy
        B-eq-1.6 (1.6), its flow
        B-1.3-lipschitz Section 1.3, well-posedness
        B-eq-1.7 (1.7), the regularised equations
        B-1.4-convergence Section 1.4, first result
        B-1.4-slow Section 1.4, delta_n >> n^{-1/d}
        B-1.4-dipoles Section 1.4, second result
        B-1.4-constant Section 1.4, constant measures
        B-1.5-singularity Section 1.5, at most logarithmic V
        B-1.5-positive Section 1.5, coefficients without a sign
        B-1.5-convex Section 1.5, convexity of the interaction
        B-1.5-entropy Section 1.5, a-priori estimates
        B-1.5-core Section 1.5, other models
        B-1.5-breakup Section 1.5, dipoles can break
        B-1.5-literature Section 1.5, literature and questions
        B-2-notation Section 2.1, list of symbols
        B-V1 (V1)
        B-V2 (V2)
        B-V3 (V3)
        B-V4 (V4)
        B-U (U)
        B-2.1 Remark 2.1 with both displays
        B-eq-2.1 (2.1)
        B-eq-2.2 (2.2)
        B-2.2-class Section 2.2, P(T^d x {+-1})
        B-2.2-energy Section 2.2, display: E_delta, and E_delta(mu_n) = E_n
        B-2.2-floor beside section 2.2: lower bound of E_n
        B-eq-2.3 (2.3)
        B-eq-2.4 (2.4)
        B-eq-2.5 (2.5)
        B-eq-2.6 (2.6)
        B-2.2-couplings Section 2.2, display: couplings
        B-2.2-i Proposition 2.2(i)
        B-2.2-ii Proposition 2.2(ii)
        B-2.2-display-1 Proposition 2.2, proof: diam(T^d) < 2
        B-eq-2.7 (2.7)
        B-2.3 Lemma 2.3 with its display
        B-2.3-display-1 Lemma 2.3, proof: the map T_s
        B-eq-2.8 (2.8)
        B-eq-2.9 (2.9)
        B-2.3-display-2 Lemma 2.3, proof, last display
        B-2.4-i Lemma 2.4, first display
        B-2.4-entropy Lemma 2.4, entropy
        B-2.4-ii Lemma 2.4, second display
        B-2.4-display-1 Lemma 2.4, proof, first display
        B-2.4-display-2 Lemma 2.4, proof, last display
        B-2.5 Lemma 2.5
        B-eq-2.10 (2.10)
        B-2.5-display-1 Lemma 2.5, proof
        B-2.6 Remark 2.6 with its display
        B-eq-2.11 (2.11)
        B-eq-2.12 (2.12)
        B-momentum beside (2.12): the sum of positions
        B-2.3.1-inspired Section 2.3.1, background
        B-2.3.1-screw Section 2.3.1, V = -log|x|
        B-eq-2.13 (2.13)
        B-eq-2.14 (2.14)
        B-2.7 Remark 2.7
        B-eq-2.15 (2.15), with the display of V_edge
        B-2.3.2-tails Section 2.3.2, exponential tails
        B-2.3.2-local Section 2.3.2, L^1_loc
        B-2.3.2-sum Section 2.3.2, display: V as a sum of walls
        B-2.3.2-screw beside section 2.3.2: edge and screw
        B-eq-2.16 (2.16)
        B-eq-2.17 (2.17)
        B-eq-2.18 (2.18), with its form in Fourier space
        B-2.3.2-fourier Section 2.3.2, display: V_k
        B-eq-2.19 (2.19), with the display of the confined gradient
        B-eq-2.20 (2.20)
        B-eq-2.21 (2.21)
        B-closed-one closed form of one particle
        B-closed-pair closed form of a pair, delta = 0
        B-closed-regular closed form of a pair, delta > 0
        B-closed-lattice closed form of a lattice
        B-3.1 Lemma 3.1
        B-3.2 Definition 3.2
        B-3.3 Theorem 3.3
        B-eq-3.2 (3.2)
        B-3.4 Remark 3.4 with its display
        B-eq-3.3 Lemma 3.5, (3.3)
        B-3.5-lipschitz Lemma 3.5, proof, display: Lipschitz in time
        B-eq-3.4 (3.4)
        B-eq-3.5 (3.5)
        B-3.5-display-limit Lemma 3.5, proof: the double integral after (3.5)
        B-eq-3.6 (3.6)
        B-eq-3.7 (3.7)
        B-eq-3.8 (3.8)
        B-eq-3.9 (3.9)
        B-3.5-display-fields Lemma 3.5, proof: fields of two measures
        B-3.5-display-chain Lemma 3.5, proof: after (3.9)
        B-3.5-display-gronwall Lemma 3.5, proof, last display
        B-3.5-gronwall beside Lemma 3.5: the sharp rate
        B-3.6 Theorem 3.6
        B-3.7 Lemma 3.7
        B-eq-3.10 (3.10)
        B-eq-3.11 (3.11), and the smoothed datum
        B-eq-3.12 (3.12)
        B-eq-3.13 (3.13)
        B-3.7-display-1 Lemma 3.7, proof: derivative of the entropy of one species
        B-3.7-display-2 Lemma 3.7, proof: derivative of the entropy
        B-eq-3.14 (3.14)
        B-eq-3.15 (3.15)
        B-eq-3.16 (3.16), with the display before it
        B-eq-3.17 (3.17)
        B-eq-3.18 (3.18)
        B-eq-3.19 (3.19), with the display of the masses
        B-eq-3.20 (3.20)
        B-eq-3.21 (3.21)
        B-eq-3.22 (3.22), with the displays around it
        B-eq-3.23 (3.23), with the last display of Theorem 3.6
        B-eq-3.24 (3.24)
        B-eq-3.25 (3.25a), (3.25b), with the display after them
        B-eq-3.26 (3.26)
        B-eq-3.27 (3.27)
        B-3.8 Definition 3.8
        B-3.9 Theorem 3.9
        B-eq-3.29 (3.29)
        B-eq-3.30 (3.30), with the displays after it
        B-4-choice Section 4.1, the data
        B-4-well Section 4.1, the well
        B-4-field Section 4.1, the field of a dipole
        B-4-external Section 4.1, the effect of U
        B-V1I (V1)_I, both dimensions
        B-V2I (V2)_I
        B-V3I (V3)_I, both dimensions
        B-V4I (V4)_I, both dimensions
        B-V5I (V5)_I, both dimensions
        B-UI (U)_I
        B-4.2-model Section 4.2, model potential
        B-4.2-level Section 4.2, choices of Gamma_n
        B-eq-4.1 (4.1)
        B-4.2-energy Section 4.2.1, display: E_n(z, d)
        B-eq-4.2 (4.2)
        B-eq-4.3 (4.3)
        B-eq-4.4 (4.4)
        B-eq-4.5 (4.5)
        B-eq-4.6 (4.6)
        B-eq-4.7 (4.7)
        B-4.1 Theorem 4.1
        B-4.1-omega2 Theorem 4.1, proof, display: Omega_2(M)
        B-eq-4.8 (4.8), with the two displays after (4.9)
        B-eq-4.9 (4.9)
        B-eq-4.10 (4.10)
        B-4.1-rest Theorem 4.1, proof, display: F_n^i
        B-4.1-apriori Theorem 4.1, step 2.1, display: a-priori bound
        B-4.1-first-times Theorem 4.1, step 2.1, other displays
        B-eq-4.11 (4.11)
        B-eq-4.12 (4.12)
        B-eq-4.13 (4.13)
        B-4.1-contradiction Theorem 4.1, step 2.2, displays of d'
        B-4.1-iteration Theorem 4.1, step 2.3, display: B
        B-eq-4.14 (4.14)
        B-4.1-narrow Theorem 4.1, step 3, display
        B-4.1-drift beside Theorem 4.1: motion on the slow manifold
        B-4.1-threshold beside Theorem 4.1: the sharper condition
        B-4.2 Corollary 4.2
        B-4.2-set Corollary 4.2, A_0 and its display
        B-4.2-quantiles Corollary 4.2, proof, display: quantiles
        B-4.3 Remark 4.3, with its last display
        B-eq-4.15 (4.15), (V5')_I
        B-eq-4.16 (4.16)
        B-4.4-omega Section 4.2.2, display: Omega(M)
        B-4.4 Theorem 4.4
        B-4.5 Remark 4.5 with its displays
        B-4.5-count Remark 4.5, counting of neighbours
        B-4.6-omega Section 4.3, display: Omega(M)
        B-4.6 Theorem 4.6
        B-4.6-biharmonic Theorem 4.6, proof: W
        B-4.6-barrier Theorem 4.6, proof, display: the barrier
        B-4.6-singularity Theorem 4.6, proof: in place of (V4)_I
        B-4.6-interval Theorem 4.6, proof: smaller intervals
        B-4.7 Remark 4.7
        B-A-young Appendix A, Young functions
        B-eq-A.1 (A.1)
        B-A-order Appendix A, display: choices of Young functions, and their order
        B-A-seminorm Appendix A, display: the seminorm of H^s
        B-A.1-i Lemma A.1(i)
        B-A.1-ii Lemma A.1(ii)
        B-A.1-iii Lemma A.1(iii)
        B-A.1-iv Lemma A.1(iv), with the complementary functions of its proof
        B-A.1-v Lemma A.1(v)
        B-A.1-vi Lemma A.1(vi)
        B-A.1-vii Lemma A.1(vii)
        B-A.2 Lemma A.2
        """;
}
