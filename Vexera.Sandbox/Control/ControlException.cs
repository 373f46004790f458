namespace Vexera.Sandbox.Control;

/// <summary>A request to a <c>/sandbox</c> route that makes no sense; the message names the value, the place and what is allowed.</summary>
internal sealed class ControlException(string message, int status = 400) : Exception(message)
{
    public int Status { get; } = status;
}
