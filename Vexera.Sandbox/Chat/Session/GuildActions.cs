using Vexera.Sandbox.Chat.Api;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Chat.Session;

/// <summary>What a person makes and changes beside messages. Each gives what went wrong in words, null for nothing.</summary>
internal sealed class GuildActions(ChatSession session, GuildApi api, ControlApi control)
{
    /// <summary>What the roles that the page makes may do more than everyone.</summary>
    private const Permission Moderating = Permission.KickMembers | Permission.BanMembers | Permission.ModerateMembers | Permission.ManageMessages;

    private readonly ChatSession _session = session;

    public Task<string?> CreateGuildAsync(string name, bool bot) => TryAsync(async me =>
    {
        var guild = await control.CreateGuildAsync(name, me.Id, bot);
        await _session.OpenGuildAsync(guild);
    });

    public Task<string?> CreateChannelAsync(string name, ChannelType type, string? topic) =>
        InGuildAsync((token, guild) => api.CreateChannelAsync(token, guild.Id, name, (int)type, topic, guild.ChannelsInOrder.FirstOrDefault(c => c.Type == ChannelType.Category)?.Id));

    public Task<string?> CreateRoleAsync(string name, int colour, bool moderates) => InGuildAsync((token, guild) =>
        api.CreateRoleAsync(token, guild.Id, name, colour, hoist: moderates, (ulong)(guild.Everyone.Permissions | (moderates ? Moderating : Permission.None))));

    public Task<string?> CreateMemberAsync(string name) => InGuildAsync((_, guild) => control.CreateMemberAsync(guild.Id, name));

    public Task<string?> SetBotAsync(bool there) => InGuildAsync((_, guild) => control.SetBotAsync(guild.Id, there));

    public Task<string?> SetRoleAsync(ulong user, ulong role, bool has) => InGuildAsync((token, guild) => api.SetRoleAsync(token, guild.Id, user, role, has));

    /// <summary>Times a member out for a while; null ends it.</summary>
    public Task<string?> TimeOutAsync(ulong user, TimeSpan? length) =>
        InGuildAsync((token, guild) => api.TimeOutAsync(token, guild.Id, user, length is { } l ? _session.Time.GetUtcNow() + l : null));

    public Task<string?> KickAsync(ulong user) => InGuildAsync((token, guild) => api.KickAsync(token, guild.Id, user));

    public Task<string?> SetBanAsync(ulong user, bool banned) => InGuildAsync((token, guild) => api.SetBanAsync(token, guild.Id, user, banned));

    public Task<string?> OpenDirectAsync(ulong user) =>
        TryAsync(async me => await _session.OpenDirectAsync(await api.OpenDirectAsync(me.Token, user)));

    private Task<string?> InGuildAsync(Func<string, Guild, Task> act) =>
        _session.Guild is { } view ? TryAsync(me => act(me.Token, view.Guild)) : Task.FromResult<string?>(Texts.NoGuild);

    private async Task<string?> TryAsync(Func<Live.Persona, Task> act)
    {
        if (_session.Me is not { } me) return Texts.NoGuild;
        try
        {
            await act(me);
            return null;
        }
        catch (ApiException refused)
        {
            return refused.Message;
        }
    }
}
