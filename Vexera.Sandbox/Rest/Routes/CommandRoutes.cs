using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.Rest.Forms;
using Vexera.Sandbox.Rest.RateLimits;
using Vexera.Sandbox.Rest.Routing;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Json;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Routes;

/// <summary>Registering commands, global and for single guilds.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/application-commands#endpoints"/>
internal static class CommandRoutes
{
    private const string Global = "/applications/{application_id}/commands";
    private const string InGuild = "/applications/{application_id}/guilds/{guild_id}/commands";
    private const int MaximumSlash = 100;
    private const int MaximumMenu = 15;

    private static readonly FieldError Duplicate = new("APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");

    public static void Map(RouteTable routes)
    {
        foreach (var scope in (string[])[Global, InGuild])
        {
            routes
                .Get(scope, List)
                .Post(scope, Create, Limits.CommandWrite, Access.Bots)
                .Put(scope, Overwrite, Limits.CommandWrite, Access.Bots)
                .Get(scope + "/{command_id}", Get)
                .Patch(scope + "/{command_id}", Edit, Limits.CommandWrite, Access.Bots)
                .Delete(scope + "/{command_id}", Delete, Limits.CommandWrite, Access.Bots);
        }

        routes
            .Get(InGuild + "/permissions", ListPermissions, access: Access.Bots)
            .Get(InGuild + "/{command_id}/permissions", GetPermissions, access: Access.Bots);
    }

    private static RestResult List(RestCall call)
    {
        var (application, guild) = Scope(call);
        var localized = call.QueryFlag("with_localizations") || !call.Caller.IsBot;
        return RestResult.List(call.World.Commands.Of(application, guild), (json, command) => ApplicationCommandJson.Write(
            json,
            localized ? command : command with { NameLocalizations = null, DescriptionLocalizations = null }));
    }

    private static RestResult Get(RestCall call) => Show(Find(call));

    private static RestResult Create(RestCall call)
    {
        var (application, guild) = Scope(call);
        var draft = Read(call.Form, application, guild);
        call.Form.Errors.ThrowIfAny();
        var present = call.World.Commands.Of(application, guild).ToList();
        var known = present.Any(command => command.Name == draft.Name && command.Type == draft.Type);
        if (!known && present.Count(command => command.Type == draft.Type) >= MaximumOf(draft.Type))
            throw new RestException(RestErrors.TooManyCommands);

        return Show(call.World.Commands.Register(draft), known ? 200 : 201);
    }

    private static RestResult Overwrite(RestCall call)
    {
        var (application, guild) = Scope(call);
        var errors = new FormErrors();
        var drafts = new List<ApplicationCommand>();
        foreach (var (form, index) in call.FormList(errors).Select((form, index) => (form, index)))
        {
            var draft = Read(form, application, guild);
            if (drafts.Any(other => other.Name == draft.Name && other.Type == draft.Type))
                errors.Add($"{index}.name", Duplicate);
            drafts.Add(draft);
        }

        errors.ThrowIfAny();
        if (drafts.GroupBy(draft => draft.Type).Any(kind => kind.Count() > MaximumOf(kind.Key)))
            throw new RestException(RestErrors.TooManyCommands);

        return RestResult.List(call.World.Commands.Overwrite(application, guild, drafts), ApplicationCommandJson.Write);
    }

    private static RestResult Edit(RestCall call)
    {
        var command = Find(call);
        var merged = (JsonObject)JsonNode.Parse(JsonBytes.Of(json => ApplicationCommandJson.Write(json, command)).Span)!;
        foreach (var field in call.Form.Json.EnumerateObject())
            merged[field.Name] = JsonNode.Parse(field.Value.GetRawText());

        var form = Form.Root(JsonSerializer.SerializeToElement(merged));
        var draft = Read(form, command.ApplicationId, command.GuildId);
        form.Errors.ThrowIfAny();
        return Show(call.World.Commands.Update(command.Id, now => draft with { Id = now.Id }));
    }

    private static RestResult Delete(RestCall call)
    {
        call.World.Commands.Delete(Find(call).Id);
        return RestResult.NoContent;
    }

    private static RestResult ListPermissions(RestCall call)
    {
        Scope(call);
        return RestResult.List(Array.Empty<ApplicationCommand>(), ApplicationCommandJson.Write);
    }

    private static RestResult GetPermissions(RestCall call)
    {
        Scope(call);
        throw new RestException(RestErrors.UnknownCommandPermissions);
    }

    /// <summary>The application in the path, which must be the bot's own, and the guild if the path names one.</summary>
    private static (ulong Application, ulong? Guild) Scope(RestCall call)
    {
        var application = call.Id("application_id");
        if (call.Caller.IsBot && application != call.User.Id)
            throw new RestException(RestErrors.NotYourApplication);
        if (call.World.Users.Application(application) is null)
            throw new RestException(RestErrors.UnknownApplication);
        return (application, call.Values.ContainsKey("guild_id") ? call.Guild().Id : null);
    }

    private static ApplicationCommand Find(RestCall call)
    {
        var (application, guild) = Scope(call);
        var command = call.World.Commands.Get(call.Id("command_id"));
        return command.ApplicationId == application && command.GuildId == guild ? command : throw WorldException.UnknownCommand();
    }

    private static ApplicationCommand Read(Form form, ulong application, ulong? guild)
    {
        var json = CommandForm.Read(form, guild is not null);
        return new ApplicationCommand(0, application, json["name"]?.ToString() ?? "")
        {
            GuildId = guild,
            Type = json["type"]!.GetValue<int>(),
            Description = json["description"]?.ToString() ?? "",
            DefaultMemberPermissions = (World.Permissions.Permission?)(ulong?)form.Integer("default_member_permissions", 0),
            DmPermission = json["dm_permission"]?.GetValue<bool>(),
            Nsfw = json["nsfw"]!.GetValue<bool>(),
            Options = Element(json["options"]),
            NameLocalizations = Element(json["name_localizations"]),
            DescriptionLocalizations = Element(json["description_localizations"]),
            Contexts = Element(json["contexts"]),
            IntegrationTypes = Element(json["integration_types"]),
        };
    }

    private static int MaximumOf(int type) => type == CommandForm.ChatInput ? MaximumSlash : MaximumMenu;

    private static JsonElement? Element(JsonNode? node) => node is null ? null : JsonSerializer.SerializeToElement(node);

    private static RestResult Show(ApplicationCommand command, int status = 200) =>
        RestResult.Json(json => ApplicationCommandJson.Write(json, command), status);
}
