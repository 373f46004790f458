namespace Vexera.Core.Gateway;

/// <summary>Discord closed a session for a reason that trying again cannot mend: token, shard, version or intents.</summary>
/// <param name="closeCode">Discord's close code, such as 4004 or 4014.</param>
/// <param name="message">What is wrong and what to do about it.</param>
internal sealed class FatalGatewayException(int closeCode, string message) : Exception(message)
{
    /// <summary>Discord's close code. Source: https://discord.com/developers/docs/topics/opcodes-and-status-codes.</summary>
    public int CloseCode { get; } = closeCode;
}
