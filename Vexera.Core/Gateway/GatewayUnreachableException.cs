namespace Vexera.Core.Gateway;

/// <summary>Discord did not answer at start for as long as <see cref="GatewayOptions.StartPatience"/> allows.</summary>
/// <param name="message">What was tried, why it failed, and what to do about it.</param>
internal sealed class GatewayUnreachableException(string message) : Exception(message);
