namespace Vexera.Sandbox.World.Permissions;

/// <summary>Groups of permissions that belong together.</summary>
internal static class PermissionSets
{
    /// <summary>Every permission that exists.</summary>
    public const Permission All = (Permission)((1UL << 47) - 1) | Permission.SendPolls | Permission.UseExternalApps
        | Permission.PinMessages | Permission.BypassSlowmode;

    /// <summary>What @everyone may do in a new guild.</summary>
    public const Permission NewGuildEveryone = Permission.CreateInstantInvite | Permission.AddReactions | Permission.Stream
        | Permission.ViewChannel | Permission.SendMessages | Permission.EmbedLinks | Permission.AttachFiles
        | Permission.ReadMessageHistory | Permission.MentionEveryone | Permission.UseExternalEmojis | Permission.Connect
        | Permission.Speak | Permission.UseVad | Permission.ChangeNickname | Permission.UseApplicationCommands
        | Permission.RequestToSpeak | Permission.CreatePublicThreads | Permission.CreatePrivateThreads
        | Permission.UseExternalStickers | Permission.SendMessagesInThreads | Permission.UseEmbeddedActivities
        | Permission.UseSoundboard | Permission.UseExternalSounds | Permission.SendVoiceMessages | Permission.SendPolls
        | Permission.UseExternalApps;

    /// <summary>What a timed-out member keeps.</summary>
    public const Permission TimedOut = Permission.ViewChannel | Permission.ReadMessageHistory;

    /// <summary>What means nothing without SEND_MESSAGES.</summary>
    public const Permission NeedSending = Permission.MentionEveryone | Permission.SendTtsMessages | Permission.AttachFiles
        | Permission.EmbedLinks;

    /// <summary>What both ends of a direct conversation may do.</summary>
    public const Permission DirectConversation = Permission.ViewChannel | Permission.SendMessages | Permission.AddReactions
        | Permission.EmbedLinks | Permission.AttachFiles | Permission.ReadMessageHistory | Permission.UseExternalEmojis
        | Permission.UseExternalStickers | Permission.MentionEveryone | Permission.SendVoiceMessages | Permission.SendPolls;
}
