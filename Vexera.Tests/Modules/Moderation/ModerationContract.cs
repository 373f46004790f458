using Vexera.Tests.Storage;
using Vexera.Tests.Support;

namespace Vexera.Tests.Modules.Moderation;

/// <summary>A moderation suite, on either engine.</summary>
public abstract class ModerationContract : IAsyncLifetime
{
    private readonly List<ModerationRig> _started = [];
    private DatabaseSite? _site;

    /// <summary>The process that runs.</summary>
    private protected ModerationRig Bot { get; private set; } = null!;

    private protected abstract Task<DatabaseSite> CreateSiteAsync(TimeProvider time);

    public async ValueTask InitializeAsync() => await StartAsync(null);

    /// <summary>The process is killed, and another starts.</summary>
    private protected async Task RestartAsync()
    {
        await Bot.KillAsync();
        Bot.Rest.Answer = _ => Task.CompletedTask;
        await StartAsync(Bot);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var rig in Enumerable.Reverse(_started))
            await rig.DisposeAsync();
        if (_site is not null)
            await _site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected static Task<DatabaseSite> NewSqliteAsync(TimeProvider time) => Task.FromResult<DatabaseSite>(new SqliteSite(time));

    private protected static async Task<DatabaseSite> NewPostgresAsync(TimeProvider time) => await PostgresSite.CreateAsync(Requires.Postgres(), time);

    private async Task StartAsync(ModerationRig? before)
    {
        Bot = await ModerationRig.StartAsync(async time => _site ??= await CreateSiteAsync(time), before);
        _started.Add(Bot);
    }
}
