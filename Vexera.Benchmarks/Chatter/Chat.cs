using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Vexera.Benchmarks.Commands;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Discord;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Gateway;
using Vexera.Core.State;

namespace Vexera.Benchmarks.Chatter;

/// <summary>Messages that are no commands, read as the pipeline reads them, in a guild with a prefix of its own.</summary>
internal sealed class Chat : IAsyncDisposable
{
    private const int Messages = 50_000;
    private static readonly Snowflake Guild = new(41_771_983_423_143_937);

    // About what Discord sends of a message of one line.
    private static readonly byte[] Payload = Encoding.UTF8.GetBytes(
        """
        {"type":0,"tts":false,"timestamp":"2026-11-27T12:00:00.123000+00:00","pinned":false,"nonce":"1443500000000000000",
        "mentions":[],"mention_roles":[],"mention_everyone":false,"member":{"roles":["41771983423144001","41771983423144002"],
        "premium_since":null,"pending":false,"nick":null,"mute":false,"joined_at":"2020-01-01T00:00:00.000000+00:00","flags":0,
        "deaf":false,"communication_disabled_until":null,"banner":null,"avatar":null},"id":"1443500000000000001","flags":0,"embeds":[],
        "edited_timestamp":null,"content":"has anybody seen the new map? the one with the bridge, I mean","components":[],
        "channel_id":"41771983423143938","author":{"username":"somebody","public_flags":0,"primary_guild":null,
        "id":"80351110224678999","global_name":"Somebody","discriminator":"0","display_name_styles":null,"collectibles":null,
        "clan":null,"avatar_decoration_data":null,"avatar":"a_1269e74af4df7417b13759eae50c83dc"},"attachments":[],
        "guild_id":"41771983423143937"}
        """);

    private readonly IdleBot _bot;
    private readonly PrefixHandler _handler;
    private readonly IGuildStates _guilds;
    private readonly EventReader<MessageCreateEvent> _reader;
    private readonly DispatchFrame _frame;

    private Chat(IdleBot bot)
    {
        _bot = bot;
        _handler = bot.Services.GetRequiredService<PrefixHandler>();
        _guilds = bot.Services.GetRequiredService<IGuildStates>();
        _reader = new EventReader<MessageCreateEvent>(GatewayEvents.MessageCreate, bot.Services.GetRequiredService<MalformedEvents>());
        _frame = new DispatchFrame(0, 1, "session", 1, GatewayEvents.MessageCreate.Utf8Name, Payload, 0, new FrameBuffer(Payload));
    }

    /// <summary>Makes the guild; its prefix is in memory then, as it is in a guild that chats.</summary>
    public static async Task<Chat> BeginAsync(CancellationToken cancellationToken)
    {
        var bot = new IdleBot();
        var prefixes = bot.Services.GetRequiredService<GuildPrefixes>();
        await prefixes.SetAsync(Guild, "!", cancellationToken);
        await prefixes.GetAsync(Guild, cancellationToken);
        return new Chat(bot);
    }

    /// <summary>Messages read by a handler, and if wanted looked at by that of prefix commands too.</summary>
    public MessageCost Read(bool withPrefix) => Measure(() =>
    {
        var context = Next();
        if (context.Event.Message.Content.Length == 0)
            throw new InvalidOperationException("The message has a text.");
        if (withPrefix)
            Handle(context);
    });

    /// <summary>One message that was read, looked at again and again.</summary>
    public MessageCost Handle()
    {
        var context = Next();
        return Measure(() => Handle(context));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private static MessageCost Measure(Action message)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var began = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < Messages; i++)
            message();
        var took = TimeProvider.System.GetElapsedTime(began);
        return new MessageCost(
            took.TotalNanoseconds / Messages, (GC.GetAllocatedBytesForCurrentThread() - allocated) / Messages);
    }

    private EventContext<MessageCreateEvent> Next() => new(_reader, _frame, new EventOrigin(0, 1, "session", 1, 0), Guild, _guilds);

    private void Handle(EventContext<MessageCreateEvent> context)
    {
        // A call that has ended without waiting is the same task each time.
        if (!_handler.HandleAsync(context, CancellationToken.None).AsTask().IsCompletedSuccessfully)
            throw new InvalidOperationException("A message that is no command is looked at without waiting.");
    }
}

/// <summary>What one message costs.</summary>
/// <param name="Nanoseconds">Time.</param>
/// <param name="Bytes">Whole bytes allocated.</param>
internal readonly record struct MessageCost(double Nanoseconds, long Bytes);
