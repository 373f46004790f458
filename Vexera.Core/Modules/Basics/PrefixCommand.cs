using Vexera.Core.Commands.Arguments;
using Vexera.Core.Commands.Definitions;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Modules.Basics;

/// <summary><c>prefix [new|disable|default]</c>: what commands start with in this guild.</summary>
internal sealed class PrefixCommand(GuildPrefixes prefixes) : ICommand
{
    private const string Disable = "disable", Default = "default";

    private static readonly Argument<string> New =
        new("new", BasicsText.PrefixArgument, new TextArgument("!", longest: 100), required: false);

    /// <inheritdoc/>
    public static CommandDefinition Definition { get; } = new()
    {
        Name = "prefix",
        Category = BasicsModule.Category,
        Description = BasicsText.PrefixDescription,
        Details = BasicsText.PrefixDetails,
        Arguments = [New],
        Examples = ["", "!", Disable],
        GuildOnly = true,
        DefaultPermission = Permission.ManageGuild,
    };

    /// <inheritdoc/>
    public async ValueTask<Reply> ExecuteAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var guild = context.GuildId!.Value;
        if (!context.Arguments.TryGet(New, out var wanted))
        {
            var prefix = await prefixes.GetAsync(guild, cancellationToken);
            return context.Say(prefix is null ? BasicsText.PrefixIsDisabled : BasicsText.PrefixIs(InlineCode.Of(prefix)));
        }

        if (wanted.Equals(Disable, StringComparison.OrdinalIgnoreCase))
        {
            await prefixes.DisableAsync(guild, cancellationToken);
            return context.Say(BasicsText.PrefixDisabled);
        }

        if (wanted.Equals(Default, StringComparison.OrdinalIgnoreCase))
        {
            await prefixes.ResetAsync(guild, cancellationToken);
            return context.Say(BasicsText.PrefixChanged(InlineCode.Of(prefixes.Default)));
        }

        if (PrefixRules.Broken(wanted) is { } rule)
            return context.Refuse(BasicsText.PrefixRefused(InlineCode.Of(wanted), rule, InlineCode.Of("!")));
        await prefixes.SetAsync(guild, wanted, cancellationToken);
        return context.Say(BasicsText.PrefixChanged(InlineCode.Of(wanted)));
    }
}
