using System.Text.Json;
using Vexera.Core.Shards;
using Vexera.Host.Control;

namespace Vexera.Tests.Host.Control;

/// <summary>Shards are reconnected at the command line's word.</summary>
public sealed class ShardsReconnectControlTests
{
    private static readonly JsonElement ThreeAndFour = JsonDocument.Parse("[3,4]").RootElement;

    [Fact]
    public async Task Run_WithNumbers_BeginsWithThem()
    {
        var fleet = new Fleet(isFree: true);

        var begun = await new ShardsReconnectControl(fleet).RunAsync(ThreeAndFour, CancellationToken.None);

        begun.GetInt32().ShouldBe(2);
        fleet.Asked.ShouldBe([3, 4]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("3")]
    [InlineData("[\"x\"]")]
    [InlineData("[1.5]")]
    public async Task Run_WithoutNumbers_SaysWhatIsWanted(string arguments) => await Should.ThrowAsync<ControlException>(
        () => new ShardsReconnectControl(new Fleet(isFree: true)).RunAsync(JsonDocument.Parse(arguments).RootElement, CancellationToken.None));

    [Fact]
    public async Task Run_WhileOneIsAtWork_SaysSo() => await Should.ThrowAsync<ControlException>(
        () => new ShardsReconnectControl(new Fleet(isFree: false)).RunAsync(ThreeAndFour, CancellationToken.None));

    private sealed class Fleet(bool isFree) : IFleetControl
    {
        public IReadOnlyCollection<int> Asked { get; private set; } = [];

        public ReconnectProgress? Reconnecting => null;

        public Task<ReconnectReport>? TryReconnect(IReadOnlyCollection<int> shardIds)
        {
            Asked = shardIds;
            return isFree ? Task.FromResult(new ReconnectReport([], [], [], [], [])) : null;
        }
    }
}
