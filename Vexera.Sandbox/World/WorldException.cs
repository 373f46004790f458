namespace Vexera.Sandbox.World;

/// <summary>
/// A verb met something that is not there or not allowed, with the answer that Discord's API gives to that.
/// <see href="https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes"/>
/// </summary>
/// <param name="status">The HTTP status.</param>
/// <param name="code">Discord's JSON error code.</param>
/// <param name="message">Discord's message.</param>
internal sealed class WorldException(int status, int code, string message) : Exception(message)
{
    public int Status { get; } = status;
    public int Code { get; } = code;

    public static WorldException Unknown(int code, string what) => new(404, code, $"Unknown {what}");
    public static WorldException UnknownChannel() => Unknown(10003, "Channel");
    public static WorldException UnknownGuild() => Unknown(10004, "Guild");
    public static WorldException UnknownMember() => Unknown(10007, "Member");
    public static WorldException UnknownMessage() => Unknown(10008, "Message");
    public static WorldException UnknownRole() => Unknown(10011, "Role");
    public static WorldException UnknownUser() => Unknown(10013, "User");
    public static WorldException UnknownEmoji() => Unknown(10014, "Emoji");
    public static WorldException UnknownWebhook() => Unknown(10015, "Webhook");
    public static WorldException UnknownBan() => Unknown(10026, "Ban");
    public static WorldException UnknownInteraction() => Unknown(10062, "interaction");
    public static WorldException UnknownCommand() => Unknown(10063, "application command");
    public static WorldException MissingPermissions() => new(403, 50013, "Missing Permissions");
    public static WorldException MissingAccess() => new(403, 50001, "Missing Access");
}
