namespace Vexera.Sandbox.Rest.Errors;

/// <summary>The error answers that the sandbox gives, as Discord words them.</summary>
internal static class RestErrors
{
    public static readonly RestError Unauthorized = new(401, 0, "401: Unauthorized");
    public static readonly RestError NotFound = new(404, 0, "404: Not Found");
    public static readonly RestError MethodNotAllowed = new(405, 0, "405: Method Not Allowed");

    public static readonly RestError UnknownApplication = new(404, 10002, "Unknown Application");
    public static readonly RestError UnknownOverwrite = new(404, 10009, "Unknown Overwrite");
    public static readonly RestError UnknownEmoji = new(400, 10014, "Unknown Emoji");
    public static readonly RestError UnknownCommandPermissions = new(404, 10066, "Unknown application command permissions");

    public static readonly RestError BotsCannotUse = new(403, 20001, "Bots cannot use this endpoint");
    public static readonly RestError OnlyBotsCanUse = new(403, 20002, "Only bots can use this endpoint");
    public static readonly RestError Slowmode = new(429, 20016, "This action cannot be performed due to slowmode rate limit");
    public static readonly RestError NotYourApplication =
        new(403, 20012, "You are not authorized to perform this action on this application");

    public static readonly RestError TooManyPins = new(400, 30003, "Maximum number of pins reached for the channel (250)");
    public static readonly RestError TooManyRoles = new(400, 30005, "Maximum number of server roles reached (250)");
    public static readonly RestError TooManyWebhooks = new(400, 30007, "Maximum number of webhooks reached (15)");
    public static readonly RestError TooManyReactions = new(400, 30010, "Maximum number of reactions reached (20)");
    public static readonly RestError TooManyChannels = new(400, 30013, "Maximum number of server channels reached (500)");
    public static readonly RestError TooManyCommands = new(400, 30032, "Maximum number of application commands reached (100)");

    public static readonly RestError TooLarge = new(413, 40005, "Request entity too large");
    public static readonly RestError NotConnectedToVoice = new(400, 40032, "Target user is not connected to voice.");
    public static readonly RestError AlreadyCrossposted = new(400, 40033, "This message has already been crossposted.");
    public static readonly RestError AlreadyAcknowledged = new(400, 40060, "Interaction has already been acknowledged.");
    public static readonly RestError NetworkError = new(403, 40333, "internal network error");

    public static readonly RestError NotOnDirectMessages = new(403, 50003, "Cannot execute action on a DM channel");
    public static readonly RestError NotTheAuthor = new(403, 50005, "Cannot edit a message authored by another user");
    public static readonly RestError EmptyMessage = new(400, 50006, "Cannot send an empty message");
    public static readonly RestError CannotMessageUser = new(403, 50007, "Cannot send messages to this user");
    public static readonly RestError NotATextChannel = new(400, 50008, "Cannot send messages in a non-text channel");
    public static readonly RestError BulkDeleteCount =
        new(400, 50016, "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete");
    public static readonly RestError WrongChannelType = new(400, 50024, "Cannot execute action on this channel type");
    public static readonly RestError InvalidWebhookToken = new(401, 50027, "Invalid Webhook Token");
    public static readonly RestError InvalidGuild = new(400, 50055, "Invalid Guild");
    public static readonly RestError ThreadExists = new(400, 160004, "A thread has already been created for this message");
    public static readonly RestError InvalidRole = new(400, 50028, "Invalid Role");
    public static readonly RestError InvalidRecipients = new(400, 50033, "Invalid Recipient(s)");
    public static readonly RestError TooOldToBulkDelete = new(400, 50034, "A message provided was too old to bulk delete");
    public static readonly RestError InvalidApiVersion = new(400, 50041, "Invalid API version");
    public static readonly RestError CommunityChannel = new(400, 50074, "Cannot delete a channel required for Community guilds");
    public static readonly RestError NotEnoughBoosts = new(400, 50101, "This server needs more boosts to perform this action");
    public static readonly RestError InvalidJson = new(400, 50109, "The request body contains invalid JSON.");
    public static readonly RestError UploadMissing = new(400, 50146, "Uploaded file not found.");
    public static readonly RestError CannotReply = new(400, 160002, "Cannot reply without permission to read message history");
    public static readonly RestError BanFailed = new(400, 500000, "Failed to ban users");
}
