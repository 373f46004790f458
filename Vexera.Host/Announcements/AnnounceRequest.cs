using System.Text.Json.Serialization;

namespace Vexera.Host.Announcements;

/// <summary>What to do.</summary>
internal enum AnnounceAction
{
    /// <summary>An announcement.</summary>
    Announce,

    /// <summary>Opens an incident.</summary>
    Open,

    /// <summary>Adds to the open incident.</summary>
    Update,

    /// <summary>Resolves the open incident.</summary>
    Resolve,
}

/// <summary>What the operator wants said.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Text">The text; empty for none.</param>
internal sealed record AnnounceRequest(AnnounceAction Action, string Text);

/// <summary>What came of it.</summary>
/// <param name="ExitCode">One of <see cref="Cli.ExitCode"/>.</param>
/// <param name="Lines">One or more lines for the operator.</param>
/// <param name="IsWritten">Whether it is written down, so that it is sent now or later.</param>
/// <param name="IsPending">Whether something is to be sent still.</param>
internal sealed record AnnounceReply(int ExitCode, IReadOnlyList<string> Lines, bool IsWritten, bool IsPending);

/// <summary>Both as JSON, between the command line and the running bot.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AnnounceRequest))]
[JsonSerializable(typeof(AnnounceReply))]
internal sealed partial class AnnounceJson : JsonSerializerContext;
