using System.Globalization;
using System.Text.Json;

namespace Vexera.Tests.Gateway.Fleet.Resharding;

/// <summary>The numbers of the messages that came out of the fleets, in their order.</summary>
internal sealed class NumbersProbe(RecordingSink sink)
{
    private readonly List<int> _numbers = [];

    public IReadOnlyList<int> Numbers => _numbers;

    /// <summary>Takes what comes until the message with this number came.</summary>
    public async Task ReadUntilAsync(int number)
    {
        while (_numbers.Count == 0 || _numbers[^1] < number)
        {
            var next = await sink.NextAsync();
            if (next.Name != "MESSAGE_CREATE")
                continue;
            _numbers.Add(NumberOf(next.Data)!.Value);
        }
    }

    /// <summary>The number that a message says, or null when it says something else.</summary>
    public static int? NumberOf(string message)
    {
        using var json = JsonDocument.Parse(message);
        return int.TryParse(json.RootElement.GetProperty("content").GetString(), CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
