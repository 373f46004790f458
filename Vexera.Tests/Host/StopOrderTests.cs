using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Vexera.Core;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Dispatch;
using Vexera.Core.Gateway.Fleet;
using Vexera.Core.Modules.Greeting;
using Vexera.Core.State.Sessions;
using Vexera.Tests.Support;

namespace Vexera.Tests.Host;

/// <summary>In which order the bot stops.</summary>
public sealed class StopOrderTests
{
    [Fact]
    public async Task HostedServices_Stopping_ReadHandleAnswerAndCommitInThisOrder()
    {
        using var folder = new TemporaryFolder();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
                [new("Discord:Token", "the.token"), new("Storage:Path", folder.File("vexera.db"))]).Build())
            .AddSingleton<IHostApplicationLifetime, NoLifetime>()
            .AddLogging()
            .AddVexera()
            .BuildServiceProvider();

        var stopping = services.GetServices<IHostedService>().Reverse().Select(hosted => hosted.GetType()).ToList();

        Type[] inOrder = [typeof(FleetSupervisor), typeof(Dispatcher), typeof(KnownGuilds), typeof(CommandRunner), typeof(StateWriter)];
        stopping.Where(inOrder.Contains).ShouldBe(inOrder);
    }

    private sealed class NoLifetime : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => default;

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}
