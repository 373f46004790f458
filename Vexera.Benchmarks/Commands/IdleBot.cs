using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Core;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.State;
using Vexera.Host.Drills.Processes;

namespace Vexera.Benchmarks.Commands;

/// <summary>The whole bot in this process, never started: for measuring a part of it without anything around, or for using its stores.</summary>
internal sealed class IdleBot : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly IHost _host;

    /// <param name="database">Its database, which no other process has open meanwhile; null for a new one that ends with it.</param>
    public IdleBot(string? database = null)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:Token"] = "MTAw.benchmark.token",
            ["Storage:Path"] = database ?? Path.Combine(_folder.Path, "vexera.db"),
        });
        builder.Services.AddVexera();
        builder.Services.AddSingleton<ISelf>(new KnownSelf());
        _host = builder.Build();
    }

    /// <summary>Its services.</summary>
    public IServiceProvider Services => _host.Services;

    public async ValueTask DisposeAsync()
    {
        await ((IAsyncDisposable)_host).DisposeAsync();
        _folder.Dispose();
    }

    private sealed class KnownSelf : ISelf
    {
        private static readonly Snowflake Id = new(80_351_110_224_678_912);

        public User? User { get; } = new() { Id = Id, Username = "Vexera", Bot = true };

        public Application? Application { get; } = new() { Id = Id };

        public Task WaitUntilKnownAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
