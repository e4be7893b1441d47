namespace FsCheck.Xunit;

/// <summary>A property that was falsified, exhausted its arguments, or could not be checked.</summary>
public sealed class PropertyFailedException : Exception
{
    public PropertyFailedException()
    {
    }

    public PropertyFailedException(string message)
        : base(message)
    {
    }

    public PropertyFailedException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
