using System.Text.Json;
using System.Text.Json.Nodes;
using Vexera.Core.Commands.Settings;
using Vexera.Core.Commands.Texts;
using Vexera.Core.Discord;

namespace Vexera.Tests.Modules.Settings;

/// <summary>A last part of the file that sets nothing, and lets a test in between reading and writing, or fail there.</summary>
internal sealed class TestPart : IGuildSettingsPart
{
    /// <summary>Runs within the transaction.</summary>
    public Func<Task> Write { get; init; } = () => Task.CompletedTask;

    /// <summary>How often it was to be written.</summary>
    public int Writes { get; private set; }

    public string Name => "test";

    public ValueTask<IReadOnlyList<Text>> ShowAsync(Snowflake guildId, CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<Text>>([]);

    public ValueTask<JsonNode> ExportAsync(Snowflake guildId, CancellationToken cancellationToken) => ValueTask.FromResult<JsonNode>(JsonValue.Create(0));

    public ValueTask<SettingsChange?> ReadAsync(JsonElement json, SettingsImport import, CancellationToken cancellationToken) =>
        ValueTask.FromResult<SettingsChange?>(new SettingsChange([], _ => WriteAsync(), () => { }));

    private Task WriteAsync()
    {
        Writes++;
        return Write();
    }
}
