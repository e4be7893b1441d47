namespace Orowan.Claims.Annihilation;

/// <summary>The statements of paper A in its order: numbered ones and displays, and the prose that has a ledger line.</summary>
internal static class StatementsOfA
{
    /// <summary>A line each: the id of its ledger line, and where it stands.</summary>
    public const string Text = """
        A-1.1-plasticity Section 1.1, prose
        A-eq-1.1 (1.1), the energy
        A-1.2-choices Section 1.2, choices (i) to (iii)
        A-1.2-wall Section 1.2(iii), properties of the wall
        A-eq-1.2 (1.2), the dynamics
        A-1.2-first Section 1.2, first collision time
        A-1.2-ghost Section 1.2, three bullets on zero charge
        A-1.2-vortices Section 1.2, related examples
        A-1.3-kappa Section 1.3, display: rho and kappa
        A-eq-1.3 (1.3), the limit equations
        A-1.3-mass Section 1.3, masses
        A-1.4-main Section 1.4, main result
        A-eq-1.4 (1.4), the singular counterpart
        A-1.5-literature Section 1.5
        A-eq-1.5 (1.5), (1.3) for empirical measures
        A-1.6-oscillations Section 1.6, motivation for Assumption 2.2
        A-1.6-singularity Section 1.6, at most logarithmic V
        A-1.6-regular-v Section 1.6, V must be singular
        A-1.6-tails Section 1.6, regularity of W and tails
        A-1.6-uniqueness Section 1.6, uniqueness for (1.3)
        A-1.7-speed Section 1.7(a), blow-up of speeds
        A-1.7-hoelder Section 1.7(a), C^(1/2) in time
        A-1.7-well Section 1.7(a), wells of the energy
        A-1.7-pair Section 1.7(a), a pair that never collides
        A-1.7-direction Section 1.7(a), when a close pair collides
        A-1.7-remains Section 1.7(a), a pair that stays
        A-1.7-limits Section 1.7(b), (c)
        A-1.7-premature Section 1.7, premature annihilation
        A-1.7-dimensions Section 1.7, higher dimensions
        A-beyond-total beside section 1.7: not all annihilate at once
        A-2-notation Section 2, list of symbols
        A-2.1 Assumption 2.1
        A-eq-2.1 (2.1a) to (2.1d)
        A-eq-2.2 (2.2)
        A-eq-2.3 (2.3)
        A-2.2 Assumption 2.2 with its display
        A-eq-3.1 (3.1)
        A-3-couplings Section 3.1, displays: couplings on R and on R x {+-1}
        A-3-metric Section 3.1, display: the distance d
        A-eq-3.2 (3.2)
        A-3-p2 Section 3.1, displays: P_2 and P_2^m
        A-eq-3.3 (3.3)
        A-eq-3.4 (3.4)
        A-eq-3.5 (3.5)
        A-eq-3.6 (3.6), the weak form
        A-eq-3.7 (3.7)
        A-eq-3.8 (3.8)
        A-3.1 Lemma 3.1, (i) and (ii)
        A-3.2 Theorem 3.2
        A-eq-3.9 (3.9)
        A-eq-3.10 (3.10)
        A-eq-3.11 (3.11)
        A-eq-3.12 (3.12)
        A-3.2-display-1 Theorem 3.2, proof: bound of D_n
        A-eq-3.13 (3.13)
        A-eq-3.14 (3.14)
        A-3.2-display-2 Theorem 3.2, proof: H^1 norms
        A-3.2-display-3 Theorem 3.2, proof: the sets A_l
        A-3.2-display-4 Theorem 3.2, proof: the sum over A_l
        A-3.2-display-5 Theorem 3.2, proof: both passages to the limit
        A-3-narrow Section 3.3, display: narrow convergence
        A-3.3 Lemma 3.3 with its display
        A-3.4 Lemma 3.4 with its display
        A-3.4-display-1 Lemma 3.4, proof: the test function and its consequence
        A-eq-4.1 Problem 4.1, (4.1)
        A-4.2-a Definition 4.2(a)
        A-eq-4.2 (4.2)
        A-eq-4.3 (4.3)
        A-4.2-b Definition 4.2(b)
        A-4.2-c Definition 4.2(c)
        A-4.2-d Definition 4.2(d) with its display
        A-4.2-e Definition 4.2(e) with its display
        A-4.3-tau Remark 4.3, first bullet
        A-4.3-ordered Remark 4.3, second bullet
        A-4.3-constant Remark 4.3, third bullet
        A-4.3-like Remark 4.3, fourth bullet
        A-4.3-pairs Remark 4.3, fifth bullet
        A-4.3-stationary Remark 4.3, last bullet
        A-eq-4.4 (4.4)
        A-eq-4.5 (4.5)
        A-eq-4.6 (4.6)
        A-4-moments display after (4.6): M_k
        A-4.4-i Lemma 4.4(i)
        A-4.4-ii Lemma 4.4(ii)
        A-4.4-iii Lemma 4.4(iii)
        A-4.4-iv Lemma 4.4(iv) with its display
        A-4.4-ii-display-1 Lemma 4.4(ii), proof
        A-4.4-iv-display-1 Lemma 4.4(iv), proof, first line
        A-4.4-iv-display-2 Lemma 4.4(iv), proof, second line
        A-4.4-iv-display-3 Lemma 4.4(iv), proof, third line
        A-4.4-iv-display-4 Lemma 4.4(iv), proof, first inequality
        A-4.4-iv-display-5 Lemma 4.4(iv), proof, last inequality
        A-4.5-unique Proposition 4.5, existence and uniqueness
        A-4.5-i Proposition 4.5(i) with its display
        A-4.5-ii Proposition 4.5(ii)
        A-4.5-iii Proposition 4.5(iii)
        A-eq-4.7 (4.7)
        A-eq-4.8 (4.8)
        A-4.5-iv Proposition 4.5(iv)
        A-4.5-v Proposition 4.5(v) with its display
        A-eq-4.9 (4.9)
        A-eq-4.10 (4.10)
        A-4.5-display-1 Proposition 4.5, proof: derivative of M_2
        A-eq-4.11 (4.11)
        A-4.5-display-2 Proposition 4.5, proof: derivative of M_4
        A-eq-4.12 (4.12)
        A-4.5-display-3 Proposition 4.5, proof: t*
        A-4.5-display-4 Proposition 4.5, proof: energy after t_1
        A-eq-4.13 (4.13), with the sentence on its third sum
        A-4.5-iv-display-1 Proposition 4.5(iv), proof
        A-4.5-v-display-1 Proposition 4.5(v), proof: the points a_l
        A-eq-4.14 (4.14)
        A-eq-4.15 (4.15)
        A-eq-4.16 (4.16)
        A-4.6-i Lemma 4.6(i)
        A-4.6-ii Lemma 4.6(ii)
        A-eq-4.17 (4.17)
        A-4.6-iii Lemma 4.6(iii)
        A-eq-4.18 (4.18)
        A-4.6-ii-display-1 Lemma 4.6(ii), proof: the coupling
        A-eq-4.19 (4.19)
        A-4.6-iii-display-1 Lemma 4.6(iii), proof: velocities, b_i(0) = 1
        A-4.6-iii-display-2 Lemma 4.6(iii), proof: velocities, b_i(0) = -1
        A-4.6-iii-display-3 Lemma 4.6(iii), proof, first two lines
        A-4.6-iii-display-4 Lemma 4.6(iii), proof, third line
        A-4.6-iii-display-5 Lemma 4.6(iii), proof, last line
        A-sum beside Proposition 4.5: the sum of positions
        A-closed-like closed form of a like pair
        A-closed-wall closed form of a wall pair
        A-closed-three closed form of (+, +, -)
        A-5.1 Theorem 5.1
        A-5.1-display-1 Theorem 5.1, proof: moments as integrals
        A-eq-5.1 (5.1)
        A-eq-5.2 (5.2)
        A-5.1-display-2 Theorem 5.1, proof: lower bound of the energy at T
        A-eq-5.3 (5.3)
        A-5.1-display-3 Theorem 5.1, proof: rho, kappa, rho~
        A-5.1-atoms Theorem 5.1, proof, Step 2: no atoms
        A-eq-5.4 (5.4)
        A-eq-5.5 (5.5)
        A-5.1-display-4 Theorem 5.1, proof: kappa_n -> kappa
        A-5.1-display-5 Theorem 5.1, proof: restrictions to the blocks
        A-5.1-display-6 Theorem 5.1, proof: sums of the restrictions
        A-5.1-display-7 Theorem 5.1, proof: limit of the negative sum
        A-5.1-display-8 Theorem 5.1, proof: common points of the supports
        A-eq-5.6 (5.6)
        A-5.1-display-9 Theorem 5.1, proof: limit of the first integral
        A-5.1-display-10 Theorem 5.1, proof: the second integral
        A-5.1-display-11 Theorem 5.1, proof: its limit
        A-5.1-display-12 Theorem 5.1, proof: limit of the third integral
        """;
}
