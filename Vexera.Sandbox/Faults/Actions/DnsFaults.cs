using System.Collections.Immutable;
using System.Net;
using Vexera.Sandbox.Control;

namespace Vexera.Sandbox.Faults.Actions;

/// <summary>What the DNS server answers, <c>count</c> times or until it is cleared.</summary>
internal sealed class DnsFaults(SandboxFaults faults)
{
    private const int Many = 1_000_000;
    private static readonly ImmutableDictionary<string, DnsAnswer> Answers =
        Enum.GetValues<DnsAnswer>().ToImmutableDictionary(answer => answer.ToString().ToLowerInvariant());

    public IReadOnlyDictionary<string, Action<ControlBody>> Kinds => new Dictionary<string, Action<ControlBody>> { ["dns"] = Arm };

    private void Arm(ControlBody body)
    {
        var answer = body.Text("answer") ?? "addresses";
        if (!Answers.TryGetValue(answer, out var known))
        {
            throw new ControlException($"\"answer\" is \"{answer}\"; it must be one of {string.Join(", ", Answers.Keys.Order(StringComparer.Ordinal))}.");
        }

        var fault = new DnsFault
        {
            Name = (body.Text("name") ?? "").TrimEnd('.').ToLowerInvariant(),
            Type = (body.Text("type") ?? "").ToUpperInvariant(),
            Answer = known,
            Delay = body.Milliseconds("delayMs") ?? TimeSpan.Zero,
            Addresses = body.Texts("addresses") is { } texts ? [.. texts.Select(Address)] : null,
            Count = body.Number("count", 1, Many),
            Every = body.Number("every", 1, Many) ?? 1,
        };
        body.RefuseUnknown();
        faults.Add(fault);
    }

    private static IPAddress Address(string text) =>
        IPAddress.TryParse(text, out var address) ? address : throw new ControlException($"\"addresses\" has \"{text}\", which is no IP address.");
}
