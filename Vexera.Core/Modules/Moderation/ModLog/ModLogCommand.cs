using System.Data.Common;
using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Discord.Permissions;
using Vexera.Core.State;
using Vexera.Core.Storage;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary><c>modlog [channel|disable]</c>: where cases are shown.</summary>
internal sealed class ModLogCommand(ModLogChannel channels, ModLogStore store, ModLogQueue queue, ISelf self, TimeProvider time) : ICommand
{
    private const string Disable = "disable";

    private static readonly Argument<Channel> Where = new("channel", ModLogText.ChannelArgument, new ChannelArgument(ChannelKind.Text), required: false);
    private static readonly Argument<bool> Off = new(Disable, ModLogText.DisableArgument, new KeywordArgument(Disable), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "modlog",
        Category = ModerationModule.Category,
        Description = ModLogText.Description,
        Details = ModLogText.Details,
        Arguments = [Where, Off],
        Examples = ["", "#general", Disable],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (context.Arguments.TryGet(Where, out var channel))
                return await ChooseAsync(context, channel, cancellationToken);
            return context.Arguments.TryGet(Off, out var off) && off
                ? await SwitchOffAsync(context, cancellationToken)
                : await TellAsync(context, cancellationToken);
        }
        catch (Exception e) when (e is StorageException or DbException)
        {
            return context.Refuse(ModLogText.NotWritten);
        }
    }

    private async Task<Reply> ChooseAsync(CommandContext context, Channel channel, CancellationToken cancellationToken)
    {
        var (guild, mention) = (context.GuildId!.Value, Mention(channel.Id));
        if (Missing(context, channel.Id) is { } missing)
            return context.Refuse(ModLogText.NotAllowed(mention, missing));
        if (await channels.FindAsync(guild, cancellationToken) is null)
            await store.BeginAfreshAsync(guild, cancellationToken);
        await channels.SetAsync(guild, channel.Id, cancellationToken);
        queue.Add(guild);
        return context.Say(ModLogText.On(mention));
    }

    private async Task<Reply> SwitchOffAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await channels.SetAsync(context.GuildId!.Value, null, cancellationToken);
        return context.Say(ModLogText.Off);
    }

    private async Task<Reply> TellAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (await channels.FindAsync(context.GuildId!.Value, cancellationToken) is not { } channel)
            return context.Say(ModLogText.IsOff(InlineCode.Of($"{context.Call} #mod-log")));
        return context.Say(Missing(context, channel) is { } missing
            ? ModLogText.IsBehind(Mention(channel), missing)
            : ModLogText.IsIn(Mention(channel)));
    }

    private Text? Missing(CommandContext context, Snowflake channel)
    {
        var missing = ModLogPoster.Needed & ~ChannelAccess.OfBot(context.Guild, self.User, channel, time.GetUtcNow());
        return missing == Permission.None ? null : PermissionNames.Of(missing);
    }

    private static string Mention(Snowflake channel) => $"<#{channel}>";
}
