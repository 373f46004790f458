using System.Text.Json;
using Vexera.Sandbox.OAuth;
using Vexera.Sandbox.World;
using Vexera.Sandbox.World.Demo;
using Vexera.Sandbox.World.Json;

namespace Vexera.Sandbox.Control;

/// <summary>The demo world: who one can be, and where.</summary>
internal static class TokensJson
{
    public static void Write(Utf8JsonWriter json, SandboxWorld world, OAuthGrants grants)
    {
        json.WriteStartObject();
        json.WriteStartObject("bot");
        json.WriteId("id", DemoWorld.BotId);
        json.WriteString("token", world.Users.TokenOf(DemoWorld.BotId));
        json.WriteString("clientSecret", grants.SecretOf(DemoWorld.BotId));
        json.WriteEndObject();
        json.WriteArray("members", DemoWorld.People, (writer, person) =>
        {
            writer.WriteStartObject();
            writer.WriteId("id", person.Id);
            writer.WriteString("name", person.Name);
            writer.WriteString("role", person.Part);
            writer.WriteString("token", world.Users.TokenOf(person.Id));
            writer.WriteEndObject();
        });
        json.WriteArray("guilds", DemoWorld.GuildIds(world), (writer, id) =>
        {
            var guild = world.Guilds.Get(id);
            writer.WriteStartObject();
            writer.WriteId("id", id);
            writer.WriteString("name", guild.Name);
            writer.WriteArray("channels", guild.ChannelsInOrder, (inner, channel) =>
            {
                inner.WriteStartObject();
                inner.WriteId("id", channel.Id);
                inner.WriteString("name", channel.Name);
                inner.WriteNumber("type", (int)channel.Type);
                inner.WriteEndObject();
            });
            writer.WriteEndObject();
        });
        json.WriteEndObject();
    }
}
