using System.Text;
using Orowan.Claims;
using Orowan.Formats;
using Orowan.Potentials;
using Xunit;

namespace Orowan.Tests.Claims;

/// <summary>Cases on which a claim that holds was once found violated or undecided, because its check was wrong and not the claim.</summary>
public sealed class FoundCasesTests
{
    /// <summary>Claim, what its check missed, and the case.</summary>
    public static TheoryData<string, string, string> Cases => new()
    {
        {
            "B-1.4-constant",
            "k and -k are one wave",
            """
            {"system": "torus-potentials", "dimension": 2, "V": {"kind": "torus-green", "delta": 0.39}, "U": {"kind": "fourier", "terms": [
             {"k": [0, -1], "cos": -0.047, "sin": 0.094}, {"k": [0, -2], "cos": 0.156, "sin": 0.078}, {"k": [0, 1], "cos": 0.068, "sin": 0.034}]}}
            """
        },
        {
            "B-eq-2.11",
            "two charges 1e-3 apart leave each other between the nodes of a rule",
            """
            {"system": "torus", "dimension": 1, "motion": "isotropic", "V": {"kind": "torus-log"},
             "U": {"kind": "fourier", "terms": [{"k": [2], "cos": -0.014, "sin": 0.028}, {"k": [1], "cos": 0.077, "sin": 0.196}]},
             "x": [0, 0.031, 0.032, 0.093, 0.164, 0.165, 0.328, 0.77, 0.808, 0.931], "b": [1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
             "T": 0.0068, "output": [0, 0.00136, 0.00272, 0.00408, 0.00544, 0.0068], "tolerance": 1e-9}
            """
        },
        {
            "A-eq-5.3",
            "the distances in an action have errors of their own",
            """
            {"system": "annihilation-density", "V": {"kind": "sublog", "power": 0.5}, "W": {"kind": "negated", "of": {"kind": "log-regularised", "delta": 0.1}},
             "plus": [], "minus": [{"kind": "steps", "edges": [-0.10000000000000003, 0.3, 0.7], "values": [0.8333333333333333, 1.6666666666666665]}],
             "T": 0.12, "output": [0, 0.03, 0.06, 0.09, 0.12], "cells": 64}
            """
        },
        {
            "A-5.1-moments",
            "M_4 is wrong by M_6^(1/2) times the error, not by the cube of the reach",
            """
            {"system": "annihilation-density", "V": {"kind": "sublog", "power": 1}, "W": {"kind": "zero"},
             "plus": [{"kind": "steps", "edges": [-0.10000000000000006, 0.19999999999999993], "values": [2.166666666666667]}],
             "minus": [{"kind": "steps", "edges": [-0.7000000000000001, -0.5333333333333334, -0.36666666666666675, -0.20000000000000007], "values": [0.3, 0.6, 0.8999999999999999]},
              {"kind": "steps", "edges": [0.4999999999999999, 0.8999999999999999, 1.2999999999999998], "values": [0.041666666666666664, 0.08333333333333333]}],
             "T": 0.15, "output": [0, 0.0375, 0.075, 0.11249999999999999, 0.15], "cells": 64}
            """
        },
        {
            "B-eq-3.7",
            "where mu and nu coincide the scale is what they may part by in a step",
            """
            {"pair": [{"system": "torus", "dimension": 2, "motion": "isotropic", "V": {"kind": "torus-green", "delta": 0.18}, "x": [[0.298, 0.863]], "b": [1], "T": 0.00165},
             {"system": "torus", "dimension": 2, "motion": "isotropic", "V": {"kind": "torus-green", "delta": 0.18}, "x": [[0.298, 0.863]], "b": [1], "T": 0.00165}]}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_claim_holds_on_it(string id, string missed, string json)
    {
        var found = Shared.Claim(id).Judge(CaseFormat.ParseSubject(Encoding.UTF8.GetBytes(json), "case.json"), Shared.Solver);
        Assert.True(found.Verdict is Verdict.Holds, $"{missed}: {Shared.Describe(found)}");
    }

    /// <summary>The forces of n/2 dipoles cancel to a part in a thousand, and the rounding of their places pushes the same way all the time.</summary>
    [Theory]
    [InlineData("B-eq-1.1")]
    [InlineData("B-eq-2.11")]
    public void Many_dipoles_move_as_they_should_for_a_long_time(string id)
    {
        var delta = Math.Pow(64, -3.5);
        var subject = TorusCase.OfDipoles(
            1,
            TorusMotion.Isotropic,
            new TorusLogRegularisedPotential(delta),
            new(1, [new([1], 0.031, -0.038), new([3], 0.0047, -0.013)]),
            [.. Enumerable.Range(0, 32).Select(i => (i + 0.5 + (0.3 * Math.Sin(7 * i))) / 32)],
            [.. Enumerable.Range(0, 32).Select(i => 0.4 * delta * Math.Cos(5 * i))],
            5,
            [0, 5e-6, 5.0 / 3, 5],
            1e-9);
        var found = Shared.Claim(id).Judge(subject, Shared.Solver);
        Assert.True(found.Verdict is Verdict.Holds, Shared.Describe(found));
    }
}
