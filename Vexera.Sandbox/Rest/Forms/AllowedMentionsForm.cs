using System.Collections.Immutable;
using Vexera.Sandbox.Rest.Body;
using Vexera.Sandbox.Rest.Errors;
using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Forms;

/// <summary>Reads who a message may ping.</summary>
/// <seealso href="https://discord.com/developers/docs/resources/message#allowed-mentions-object"/>
internal static class AllowedMentionsForm
{
    private static readonly string[] Kinds = ["everyone", "users", "roles"];

    /// <summary>Null when the sender set no limit.</summary>
    public static AllowedMentions? Read(Form message)
    {
        if (message.Object("allowed_mentions") is not { } form)
            return null;

        var parse = new HashSet<string>();
        foreach (var (item, index) in form.Items("parse").Select((item, index) => (item, index)))
        {
            if (item.ValueKind == System.Text.Json.JsonValueKind.String && Kinds.Contains(item.GetString()))
                parse.Add(item.GetString()!);
            else
                form.Fail($"parse.{index}", FieldError.Choices(Kinds.Select(kind => $"'{kind}'")));
        }

        return new AllowedMentions
        {
            Everyone = parse.Contains("everyone"),
            AllUsers = parse.Contains("users"),
            AllRoles = parse.Contains("roles"),
            Users = Ids(form, "users", parse),
            Roles = Ids(form, "roles", parse),
            RepliedUser = form.Boolean("replied_user") ?? false,
        };
    }

    private static ImmutableHashSet<ulong> Ids(Form form, string kind, HashSet<string> parse)
    {
        var ids = form.Ids(kind, 100);
        if (ids.Count > 0 && parse.Contains(kind))
        {
            form.Fail("parse", new FieldError(
                "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", $"parse:[\"{kind}\"] and {kind}: [ids...] are mutually exclusive."));
        }

        return [.. ids];
    }
}
