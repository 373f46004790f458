namespace Vexera.Sandbox;

/// <summary>The sandbox could not start on its address, which is in use, not of this machine, or no address at all.</summary>
/// <param name="address">The address as it was given.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="inner">What the system said.</param>
public sealed class SandboxStartException(string address, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The address as it was given.</summary>
    public string Address { get; } = address;
}
