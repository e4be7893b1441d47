namespace VerifyTests;

/// <summary>A snapshot is new, differs or is not in the form that snapshots have.</summary>
public sealed class VerifyException : Exception
{
    public VerifyException()
    {
    }

    public VerifyException(string message)
        : base(message)
    {
    }

    public VerifyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
