using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Vexera.Core.Commands;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Dispatch;
using Vexera.Core.Events;
using Vexera.Core.Modules;
using Vexera.Core.Monitoring.Alerts;
using Vexera.Core.Monitoring.History;
using Vexera.Core.Rest;
using Vexera.Core.Rest.Attachments;
using Vexera.Core.Scheduling;
using Vexera.Core.Shards;
using Vexera.Core.State;
using Vexera.Core.Storage;
using Vexera.Core.Telemetry;
using Vexera.Tests.Support;

namespace Vexera.Tests.Commands;

/// <summary>The rooms of commands and modules as they are, with fakes around them, a real database and a clock that stands.</summary>
internal sealed class CommandRig : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly bool _ownsDatabase;
    private ulong _lastId = 1_000;
    private TimeSpan _delay;

    /// <param name="more">Adds to the services, or replaces some.</param>
    /// <param name="before">The process before this one: its database, clock and Discord are taken over.</param>
    /// <param name="settings">What is set from the start.</param>
    public CommandRig(Action<IServiceCollection>? more = null, CommandRig? before = null, params (string Path, string? Value)[] settings)
    {
        Time = before?.Time ?? new FakeTimeProvider(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero));
        Rest = before?.Rest ?? new RecordingRest();
        _ownsDatabase = before is null;
        _lastId = before?._lastId ?? _lastId;
        Database = before?.Database ?? new TemporaryDatabase(Time);
        Trouble = new TroubledDatabase(Database);
        Self.BecomeKnown();
        foreach (var user in before is null ? [TestGuild.Owner, TestGuild.Moderator, TestGuild.Plain] : Array.Empty<User>())
            Rest.Members[user.Id] = TestGuild.MemberOf(user);
        Guilds.Set(TestGuild.State);
        Configuration.AddInMemoryCollection(settings.ToDictionary(setting => setting.Path, setting => setting.Value));
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(Configuration)
            .AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Trace))
            .AddSingleton<TimeProvider>(Time)
            .AddSingleton<IDiscordRest>(Rest)
            .AddSingleton<IAttachments>(Attachments)
            .AddSingleton<IGuildStates>(Guilds)
            .AddSingleton<IGuildCacheControl>(Guilds)
            .AddSingleton<ISelf>(Self)
            .AddSingleton<IFleetStatus>(Fleet)
            .AddSingleton<IFleetControl>(Fleet)
            .AddSingleton<IReshardControl>(Fleet)
            .AddSingleton<IRestLatency>(new FixedLatency())
            .AddSingleton<MarkStore>()
            .AddSingleton<AlertBoard>()
            .AddSingleton<IAlertBoard>(provider => provider.GetRequiredService<AlertBoard>())
            .AddSingleton<IMarks, Marks>()
            .AddSingleton<IDatabase>(Trouble)
            .AddSingleton(Database.Health)
            .AddStorage()
            .AddTelemetry()
            .AddScheduling()
            .AddCommands()
            .AddModules();
        more?.Invoke(services);
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });
    }

    public FakeTimeProvider Time { get; }

    public ConfigurationManager Configuration { get; } = new();

    public RecordingRest Rest { get; }

    /// <summary>Files that people sent.</summary>
    public FakeAttachments Attachments { get; } = new();

    public FakeGuildStates Guilds { get; } = new();

    public FakeSelf Self { get; } = new();

    public FakeFleet Fleet { get; } = new();

    public RecordingLoggers Log { get; } = new();

    public TemporaryDatabase Database { get; }

    /// <summary>What the bot sees of the database.</summary>
    public TroubledDatabase Trouble { get; }

    public AlertBoard Alerts => _services.GetRequiredService<AlertBoard>();

    public IMarks Marks => _services.GetRequiredService<IMarks>();

    public CommandRunner Runner => Get<CommandRunner>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IEnumerable<T> All<T>() => _services.GetServices<T>();

    /// <summary>Changes settings while the bot runs.</summary>
    public void Configure(params (string Path, string? Value)[] settings)
    {
        foreach (var (path, value) in settings)
            Configuration[path] = value;
        ((IConfigurationRoot)Configuration).Reload();
    }

    /// <summary>A person writes; the answers to it.</summary>
    public async Task<IReadOnlyList<RestCall>> WriteAsync(string content, User? user = null, bool direct = false, Snowflake? channel = null)
    {
        var before = Rest.Calls.Count;
        await BeginWriteAsync(content, user, direct, channel);
        await Runner.WhenIdleAsync();
        return AnswersSince(before);
    }

    // What is only asked for is no answer: who owns the bot, who somebody is.
    private RestCall[] AnswersSince(int before) =>
        [.. Rest.Calls.Skip(before).Where(call => call.Name is not ("application" or "member" or "user" or "search-members"))];

    /// <summary>A person writes; returns when the handler does, the command may be at work still.</summary>
    public async Task BeginWriteAsync(string content, User? user = null, bool direct = false, Snowflake? channel = null) =>
        await HandleAsync(MessageOf(content, user, direct, channel));

    /// <summary>Handles a message as it comes from Discord.</summary>
    public async Task HandleAsync(Message message)
    {
        var state = message.GuildId is { } guild && Guilds.TryGet(guild, out var known) ? known : null;
        var context = new EventContext<MessageCreateEvent>(
            new MessageCreateEvent(message), Origin(), message.GuildId, state, state);
        foreach (var handler in All<IEventHandler<MessageCreateEvent>>())
            await handler.HandleAsync(context, TestContext.Current.CancellationToken);
    }

    /// <summary>Discord sends a guild; what was asked of Discord because of it.</summary>
    public async Task<IReadOnlyList<RestCall>> CreateGuildAsync(GuildState guild)
    {
        var before = Rest.Calls.Count;
        Guilds.Set(guild);
        var context = new EventContext<GuildCreateEvent>(
            new GuildCreateEvent(new Guild { Id = guild.Id, Name = guild.Name, OwnerId = guild.OwnerId, JoinedAt = guild.JoinedAt }),
            Origin(), guild.Id, null, guild);
        foreach (var handler in All<IEventHandler<GuildCreateEvent>>())
            await handler.HandleAsync(context, TestContext.Current.CancellationToken);
        return AnswersSince(before);
    }

    public Message MessageOf(string content, User? user = null, bool direct = false, Snowflake? channel = null)
    {
        user ??= TestGuild.Plain;
        return new Message
        {
            Id = NextId(),
            ChannelId = channel ?? TestGuild.General,
            GuildId = direct ? null : TestGuild.Id,
            Author = user,
            Member = direct ? null : TestGuild.MemberOf(user) with { User = null },
            Content = content,
        };
    }

    /// <summary>A person uses the slash menu; the answers to it. The name is the full one: <c>perms add</c>.</summary>
    public async Task<IReadOnlyList<RestCall>> SlashAsync(
        string name, (string Name, object Value)[]? options = null, User? user = null, bool direct = false, ResolvedData? resolved = null)
    {
        var before = Rest.Calls.Count;
        await BeginSlashAsync(name, options, user, direct, resolved);
        await Runner.WhenIdleAsync();
        return AnswersSince(before);
    }

    /// <summary>A person uses the slash menu; returns when the handler does, the command may be at work still.</summary>
    public async Task BeginSlashAsync(
        string name, (string Name, object Value)[]? options = null, User? user = null, bool direct = false, ResolvedData? resolved = null)
    {
        user ??= TestGuild.Plain;
        var member = TestGuild.MemberOf(user);
        var interaction = new Interaction
        {
            Id = NextId(),
            ApplicationId = FakeSelf.Id,
            Type = InteractionType.ApplicationCommand,
            Token = "secret",
            GuildId = direct ? null : TestGuild.Id,
            ChannelId = TestGuild.General,
            User = direct ? user : null,
            Member = direct ? null : member with { Permissions = TestGuild.State.PermissionsIn(user.Id, member, TestGuild.General, Time.GetUtcNow()) },
            Data = DataOf(name, [.. (options ?? []).Select(OptionOf)]) with { Resolved = resolved },
        };
        await HandleAsync(interaction);
    }

    /// <summary>A person types in an option of the slash form; what is offered.</summary>
    public async Task<IReadOnlyList<CommandOptionChoice>> SuggestAsync(string name, string option, string typed, User? user = null)
    {
        await BeginSuggestAsync(name, option, typed, user);
        await Runner.WhenIdleAsync();
        return Rest.Suggested ?? throw new InvalidOperationException("nothing was answered");
    }

    /// <summary>A person types in an option of the slash form; returns when the handler does.</summary>
    public async Task BeginSuggestAsync(string name, string option, string typed, User? user = null)
    {
        user ??= TestGuild.Plain;
        var member = TestGuild.MemberOf(user);
        await HandleAsync(new Interaction
        {
            Id = NextId(),
            ApplicationId = FakeSelf.Id,
            Type = InteractionType.Autocomplete,
            Token = "secret",
            GuildId = TestGuild.Id,
            ChannelId = TestGuild.General,
            Member = member with { Permissions = TestGuild.State.PermissionsIn(user.Id, member, TestGuild.General, Time.GetUtcNow()) },
            Data = DataOf(name, [OptionOf((option, typed)) with { Focused = true }]),
        });
    }

    /// <summary>Handles an interaction as it comes from Discord.</summary>
    public async Task HandleAsync(Interaction interaction)
    {
        var state = interaction.GuildId is { } guild && Guilds.TryGet(guild, out var known) ? known : null;
        var context = new EventContext<InteractionCreateEvent>(
            new InteractionCreateEvent(interaction), Origin(), interaction.GuildId, state, state);
        _delay = TimeSpan.Zero;
        foreach (var handler in All<IEventHandler<InteractionCreateEvent>>())
            await handler.HandleAsync(context, TestContext.Current.CancellationToken);
    }

    /// <summary>The next event will have waited this long when it is handled.</summary>
    public void Delay(TimeSpan delay) => _delay = delay;

    public EventOrigin Origin() => new(0, 1, "session", 1, Time.GetTimestamp() - (long)(_delay.TotalSeconds * Time.TimestampFrequency));

    public Snowflake NextId() => new(Interlocked.Increment(ref _lastId));

    public async Task StartAsync()
    {
        foreach (var hosted in All<IHostedService>())
            await hosted.StartAsync(TestContext.Current.CancellationToken);
    }

    public async Task StopAsync()
    {
        foreach (var hosted in All<IHostedService>().Reverse())
            await hosted.StopAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_ownsDatabase)
            Database.Dispose();
        Configuration.Dispose();
    }

    // A command of a group comes as an option of the group, with the options in it.
    private static InteractionData DataOf(string name, IReadOnlyList<InteractionOption> options) => name.Split(' ') is [var group, var sub]
        ? new InteractionData
        {
            Name = group,
            Type = 1,
            Options = [new InteractionOption { Name = sub, Type = CommandOptionType.SubCommand, Options = options }],
        }
        : new InteractionData { Name = name, Type = 1, Options = options };

    private static InteractionOption OptionOf((string Name, object Value) option) => new()
    {
        Name = option.Name,
        Type = option.Value switch
        {
            bool => CommandOptionType.Boolean,
            long or int => CommandOptionType.Integer,
            Attachment => CommandOptionType.Attachment,
            _ => CommandOptionType.String,
        },
        Value = option.Value is Attachment file ? JsonSerializer.SerializeToElement(file.Id.ToString()) : JsonSerializer.SerializeToElement(option.Value),
    };

    private sealed class FixedLatency : IRestLatency
    {
        public TimeSpan? Last => TimeSpan.FromMilliseconds(80);

        public TimeSpan? Median => TimeSpan.FromMilliseconds(70);
    }
}
