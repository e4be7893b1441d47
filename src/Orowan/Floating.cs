namespace Orowan;

/// <summary>Constants of double arithmetic.</summary>
public static class Floating
{
    /// <summary>The spacing of doubles at 1, 2^-52; one operation rounds by half of it at most, relative to its result.</summary>
    public const double Spacing = 2.220446049250313e-16;
}
