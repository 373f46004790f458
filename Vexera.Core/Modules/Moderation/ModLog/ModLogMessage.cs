using System.Globalization;
using Vexera.Core.Commands.Languages;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Modules.Moderation.Cases;
using Vexera.Core.Modules.Moderation.Commands;
using Vexera.Core.Modules.Moderation.Punishments;
using Vexera.Core.State;

namespace Vexera.Core.Modules.Moderation.ModLog;

/// <summary>What the mod log says, in the guild's language: a card for each case, with what the command <c>case</c> shows of it.</summary>
internal sealed class ModLogMessage(LanguageChoice languages, CaseStore cases)
{
    // Discord takes 6,000 characters in all embeds of a message, 4,096 in one.
    private const int Most = 5_900, MostInOne = 4_096;

    /// <summary>The message of cases that share it; its nonce is the same whatever becomes of them.</summary>
    public async ValueTask<OutgoingMessage> OfAsync(GuildState guild, ModLogGroup group, CancellationToken cancellationToken)
    {
        var culture = await languages.ForGuildAsync(guild.Id, guild, cancellationToken);
        var most = Math.Min(MostInOne, Most / group.Cases.Count);
        return new OutgoingMessage
        {
            Embeds = [.. group.Cases.Select(one => CardOf(one, most, culture))],
            Nonce = string.Create(CultureInfo.InvariantCulture, $"c{guild.Id.Value:x}.{group.First:x}"),
            EnforceNonce = true,
        };
    }

    /// <summary>That the bot may not end or renew a ban or mute.</summary>
    public async ValueTask<OutgoingMessage> OfStuckAsync(GuildState guild, Punishment stuck, CancellationToken cancellationToken)
    {
        var culture = await languages.ForGuildAsync(guild.Id, guild, cancellationToken);
        var name = (await cases.FindAsync(guild.Id, stuck.CaseNumber, cancellationToken))?.TargetName ?? stuck.UserId.ToString();
        var text = stuck.Kind == PunishmentKind.Ban
            ? ModLogText.StuckBan(stuck.CaseNumber, InlineCode.Of(name))
            : ModLogText.StuckMute(stuck.CaseNumber, InlineCode.Of(name));
        return new OutgoingMessage
        {
            Content = text.In(culture),
            Nonce = string.Create(CultureInfo.InvariantCulture, $"s{guild.Id.Value:x}.{stuck.CaseNumber:x}"),
            EnforceNonce = true,
        };
    }

    /// <summary>That the mod log is off, because its channel was deleted.</summary>
    public async ValueTask<string> OfEndAsync(GuildState guild, CancellationToken cancellationToken) =>
        ModLogText.ChannelGone(InlineCode.Of(guild.Name), InlineCode.Of("/modlog")).In(await languages.ForGuildAsync(guild.Id, guild, cancellationToken));

    private static Embed CardOf(Case one, int most, CultureInfo culture)
    {
        var text = string.Join('\n', CasePage.Of(one).Select(line => line.In(culture)));
        return new Embed
        {
            Description = text.Length <= most ? text : text[..TextCut.Find(text, most - 1, "").Length].TrimEnd() + "…",
            Color = ColorOf(one),
        };
    }

    // Grey is what is over.
    private static int ColorOf(Case one) => one switch
    {
        { IsDeleted: true } or { ClosedAt: not null } => 0x747F8D,
        { Type: CaseType.Ban or CaseType.Softban } => 0xD83C3E,
        { Type: CaseType.Kick or CaseType.VoiceKick } => 0xE67E22,
        { Type: CaseType.Mute } => 0xF0B232,
        { Type: CaseType.Warn } => 0xFEE75C,
        _ => 0x3BA55D,
    };
}
