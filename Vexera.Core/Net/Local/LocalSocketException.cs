namespace Vexera.Core.Net.Local;

/// <summary>A socket of this machine cannot be used. The message is one line for the operator that names its path.</summary>
internal sealed class LocalSocketException : IOException
{
    private LocalSocketException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>The system takes no path of that length.</summary>
    public static LocalSocketException TooLong(string path, int most, Exception inner) =>
        new($"The path of a socket may have {most} bytes; {path} is longer.", inner);

    /// <summary>It is another user's.</summary>
    public static LocalSocketException Denied(string path, Exception inner) =>
        new($"The socket {path} is another user's.", inner);

    /// <summary>Another process listens there.</summary>
    public static LocalSocketException InUse(string path) => new($"Another process listens at {path}.");

    /// <summary>Something else is at the path.</summary>
    public static LocalSocketException NoSocket(string path) => new($"{path} is there and is no socket; it was left as it is.");

    /// <summary>The system refuses it.</summary>
    public static LocalSocketException Refused(string path, Exception inner) => new($"The socket {path} cannot be made: {inner.Message}", inner);
}
