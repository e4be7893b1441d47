namespace Orowan.Audit;

/// <summary>Exit statuses of the command line.</summary>
public static class ExitStatus
{
    /// <summary>Every claim is as the ledger says.</summary>
    public const int AsExpected = 0;

    /// <summary>Some claim is violated, or is no longer what the ledger says.</summary>
    public const int Violated = 1;

    /// <summary>Something is undecided, and nothing is worse.</summary>
    public const int Undecided = 2;

    /// <summary>Wrong usage or input.</summary>
    public const int Usage = 64;

    /// <summary>A fault of this program.</summary>
    public const int Fault = 70;

    /// <summary>Stopped from the keyboard: 128 + 2.</summary>
    public const int Interrupted = 130;

    /// <summary>Asked to end: 128 + 15.</summary>
    public const int Terminated = 143;
}
