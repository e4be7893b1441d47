using System.Collections.Immutable;
using Orowan.Claims.Annihilation;
using Orowan.Claims.MultipleSigns;

namespace Orowan.Claims;

/// <summary>Every claim with what is expected of it, its faults, and its counterexample where the printed form fails.</summary>
public static class Ledger
{
    /// <summary>The lines, in the order of the papers.</summary>
    public static ImmutableArray<Entry> Entries { get; } =
    [
        .. IntroductionLedger.Entries,
        .. Section3Ledger.Entries,
        .. AnnihilationLedger.Entries,
        .. DiscreteLedger.Entries,
        .. Section5Ledger.Entries,
        .. TransportLedger.Entries,
        .. InequalityLedger.Entries,
        .. GronwallLedger.Entries,
        .. GromaBaloghLedger.Entries,
        .. TorusLedger.Entries, .. TorusPotentialsLedger.Entries, .. LimitLedger.Entries, .. DipoleLedger.Entries,
        .. AssumptionsLedger.Entries, .. ProseLedger.Entries,
    ];

    /// <summary>The line with this id; null when there is none.</summary>
    public static Entry? Find(string id) => Entries.FirstOrDefault(entry => string.Equals(entry.Id, id, StringComparison.Ordinal));
}
