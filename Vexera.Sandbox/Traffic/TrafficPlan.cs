namespace Vexera.Sandbox.Traffic;

/// <summary>What the generator shall send.</summary>
internal sealed record TrafficPlan
{
    public const string Message = "message";
    public const string Typing = "typing";
    public const string Mixed = "mixed";

    public static IReadOnlyList<string> Kinds { get; } = [Message, Typing, Mixed];

    /// <summary>0 for as many as the sessions take.</summary>
    public int EventsPerSecond { get; init; } = 1_000;

    /// <summary>One of <see cref="Kinds"/>; mixed is nine messages to one typing.</summary>
    public string Kind { get; init; } = Message;

    /// <summary>About how many bytes the <c>d</c> of a message has.</summary>
    public int Size { get; init; } = 1_600;

    /// <summary>How many events; null to go on until it is stopped.</summary>
    public long? Count { get; init; }

    /// <summary>Only the first so many guilds take part; null for all.</summary>
    public int? Guilds { get; init; }
}
