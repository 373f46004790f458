using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Vexera.Sandbox.OAuth;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;
using Vexera.Sandbox.World.Permissions;

namespace Vexera.Sandbox.Control.Routes;

/// <summary>Makes guilds, people, roles and channels, and moves the clock.</summary>
internal sealed class WorldRoutes(SandboxWorld world, SandboxOptions options, OAuthGrants grants)
{
    private const int MostJoins = 100_000;
    private static readonly Actor Nobody = new(DemoWorld.People[0].Id, "by the sandbox");

    public void Map(IEndpointRouteBuilder sandbox)
    {
        sandbox.MapGet("/tokens", ControlEndpoint.Showing((_, json) => TokensJson.Write(json, world, grants)));
        sandbox.MapPost("/clock", ControlEndpoint.Taking((_, body, json) => AdvanceClock(body, json)));
        sandbox.MapPost("/application", ControlEndpoint.Taking((_, body, json) => GrantIntents(body, json)));
        sandbox.MapPost("/users", ControlEndpoint.Taking((_, body, json) => CreateUser(body, json)));
        sandbox.MapPost("/guilds", ControlEndpoint.Taking((_, body, json) => CreateGuild(body, json)));
        sandbox.MapDelete("/guilds/{guild}", ControlEndpoint.Showing((context, json) => Done(json, () => world.Guilds.Delete(context.RouteId("guild")))));
        sandbox.MapPost("/guilds/{guild}/bot", ControlEndpoint.Taking((context, body, json) => AddBot(context.RouteId("guild"), body, json)));
        sandbox.MapDelete("/guilds/{guild}/bot", ControlEndpoint.Showing((context, json) =>
            Done(json, () => world.Members.Remove(context.RouteId("guild"), DemoWorld.BotId, Nobody))));
        sandbox.MapPost("/guilds/{guild}/channels", ControlEndpoint.Taking((context, body, json) => CreateChannel(context.RouteId("guild"), body, json)));
        sandbox.MapPost("/guilds/{guild}/roles", ControlEndpoint.Taking((context, body, json) => CreateRole(context.RouteId("guild"), body, json)));
        sandbox.MapPost("/guilds/{guild}/members", ControlEndpoint.Taking((context, body, json) => AddMember(context.RouteId("guild"), body, json)));
        sandbox.MapDelete("/guilds/{guild}/members/{user}", ControlEndpoint.Showing((context, json) =>
            Done(json, () => world.Members.Remove(context.RouteId("guild"), context.RouteId("user")))));
        sandbox.MapPut("/guilds/{guild}/members/{user}/roles/{role}", ControlEndpoint.Showing((context, json) =>
            Done(json, () => world.Members.GiveRole(context.RouteId("guild"), context.RouteId("user"), context.RouteId("role"), Nobody))));
        sandbox.MapDelete("/guilds/{guild}/members/{user}/roles/{role}", ControlEndpoint.Showing((context, json) =>
            Done(json, () => world.Members.TakeRole(context.RouteId("guild"), context.RouteId("user"), context.RouteId("role"), Nobody))));
    }

    private void AdvanceClock(ControlBody body, Utf8JsonWriter json)
    {
        var by = body.Milliseconds("milliseconds") ?? throw new ControlException("\"milliseconds\" is needed.");
        body.RefuseUnknown();
        (options.AdvanceClock ?? throw new ControlException("This sandbox runs on the real clock, which cannot be moved.", 409))(by);
        json.WriteStartObject();
        json.WriteTime("now", world.Now);
        json.WriteEndObject();
    }

    private void GrantIntents(ControlBody body, Utf8JsonWriter json)
    {
        var (presences, members, content) = (body.OptionalFlag("presences"), body.OptionalFlag("members"), body.OptionalFlag("messageContent"));
        body.RefuseUnknown();
        var application = world.Users.Change(DemoWorld.BotId, before => before with
        {
            Flags = With(With(With(before.Flags, ApplicationFlags.GatewayPresence, presences), ApplicationFlags.GatewayGuildMembers, members),
                ApplicationFlags.GatewayMessageContent, content),
        });
        ApplicationJson.WritePartial(json, application);

        static ApplicationFlags With(ApplicationFlags flags, ApplicationFlags flag, bool? granted) =>
            granted switch { true => flags | flag, false => flags & ~flag, null => flags };
    }

    private void CreateUser(ControlBody body, Utf8JsonWriter json)
    {
        var name = body.RequiredText("name");
        body.RefuseUnknown();
        WriteUser(json, world.Users.Create(name));
    }

    private void CreateGuild(ControlBody body, Utf8JsonWriter json)
    {
        var (name, owner, withBot) = (body.RequiredText("name"), body.Id("owner") ?? DemoWorld.People[0].Id, body.Flag("bot"));
        body.RefuseUnknown();
        var guild = world.Guilds.Create(name, owner);
        foreach (var person in DemoWorld.People)
        {
            world.Members.Add(guild.Id, person.Id);
        }

        if (withBot)
        {
            world.Members.AddBot(guild.Id, DemoWorld.BotId, DemoGuild.BotPermissions, Nobody);
        }

        GuildJson.Write(json, world.Guilds.Get(guild.Id));
    }

    private void AddBot(ulong guildId, ControlBody body, Utf8JsonWriter json)
    {
        var permissions = body.Id("permissions") is { } bits ? (Permission)bits : DemoGuild.BotPermissions;
        body.RefuseUnknown();
        MemberJson.Write(json, world.Members.AddBot(guildId, DemoWorld.BotId, permissions, Nobody));
    }

    private void CreateChannel(ulong guildId, ControlBody body, Utf8JsonWriter json)
    {
        var (name, type) = (body.RequiredText("name"), (ChannelType)(body.Number("type", 0, 16) ?? 0));
        var (topic, parent) = (body.Text("topic"), body.Id("parent"));
        body.RefuseUnknown();
        if (type is not (ChannelType.Text or ChannelType.Voice or ChannelType.Category or ChannelType.Announcement or ChannelType.Stage or ChannelType.Forum))
        {
            throw new ControlException($"\"type\" is {(int)type}; it must be 0, 2, 4, 5, 13 or 15.");
        }

        ChannelJson.Write(json, world.Channels.Create(guildId, type, name, Nobody, draft => draft with { Topic = topic, ParentId = parent }));
    }

    private void CreateRole(ulong guildId, ControlBody body, Utf8JsonWriter json)
    {
        var (name, permissions, position) = (body.RequiredText("name"), body.Id("permissions"), body.Number("position", 1, 250));
        body.RefuseUnknown();
        RoleJson.Write(json, world.Roles.Create(guildId, name, Nobody, draft => draft with
        {
            Permissions = permissions is { } bits ? (Permission)bits : draft.Permissions,
            Position = position ?? draft.Position,
        }));
    }

    private void AddMember(ulong guildId, ControlBody body, Utf8JsonWriter json)
    {
        var (userId, name, roles, count) = (body.Id("user"), body.Text("name"), body.Ids("roles"), body.Number("count", 1, MostJoins));
        body.RefuseUnknown();
        if (count is { } people)
        {
            AddCrowd(guildId, name ?? throw new ControlException("\"name\" is needed."), roles ?? [], people);
            WriteCount(json, people);
            return;
        }

        world.Guilds.Get(guildId);
        var user = userId is { } known ? world.Users.Get(known)
            : name is { Length: > 0 } ? world.Users.Create(name)
            : throw new ControlException("\"user\" or \"name\" is needed.");
        world.Members.Add(guildId, user.Id, draft => draft with { Roles = roles ?? [] });
        WriteUser(json, user);
    }

    private void AddCrowd(ulong guildId, string name, ImmutableArray<ulong> roles, int count)
    {
        world.Guilds.Get(guildId);
        for (var number = 0; number < count; number++)
        {
            world.Members.Add(guildId, world.Users.Create(name).Id, draft => draft with { Roles = roles });
        }
    }

    private static void WriteCount(Utf8JsonWriter json, int count)
    {
        json.WriteStartObject();
        json.WriteNumber("count", count);
        json.WriteEndObject();
    }

    private void WriteUser(Utf8JsonWriter json, User user)
    {
        json.WriteStartObject();
        json.WriteId("id", user.Id);
        json.WriteString("name", user.Username);
        json.WriteString("token", world.Users.TokenOf(user.Id));
        json.WriteEndObject();
    }

    private static void Done(Utf8JsonWriter json, Action act)
    {
        act();
        json.WriteStartObject();
        json.WriteEndObject();
    }
}
