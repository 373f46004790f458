namespace Vexera.Benchmarks.Contenders;

/// <summary>What a contender is started with.</summary>
/// <param name="Kind">Who it is.</param>
/// <param name="Address">The address of the simulator; the host may be a name that only the contender's resolver knows.</param>
/// <param name="Token">The bot's token.</param>
/// <param name="Shards">How many shards it runs: as many as the simulator recommends.</param>
/// <param name="MaxConcurrency">How many of them may identify at once.</param>
/// <param name="Guilds">How many guilds it will be told of.</param>
/// <param name="Compression">How the gateway compresses, as the setting <c>Gateway:Compression</c>.</param>
internal sealed record ContenderSetup(
    ContenderKind Kind, Uri Address, string Token, int Shards, int MaxConcurrency, int Guilds, string Compression)
{
    /// <summary>How long the resolver takes for an answer, in milliseconds; 0 for the system's own resolver.</summary>
    public int ResolverMilliseconds { get; init; }

    /// <summary>How long an answer of the resolver is fresh, in seconds; 0 for the bot's default.</summary>
    public int FreshnessSeconds { get; init; }

    /// <summary>Whether the whole bot looks up the guild of each message.</summary>
    public bool LooksUp { get; init; }

    /// <summary>Whether the one handler of messages measures their delay instead of counting them.</summary>
    public bool MeasuresDelays { get; init; }

    /// <summary>How many questions the resolver answers before it fails, each after its time; 0 for all.</summary>
    public int ResolverAnswers { get; init; }

    /// <summary>Whether nobody reads the meters.</summary>
    public bool HasDeafMeters { get; init; }

    /// <summary>The StatsD server that the meters go to; null for none.</summary>
    public string? StatsdHost { get; init; }

    /// <summary>Its port.</summary>
    public int StatsdPort { get; init; }

    /// <summary>The HTTP API.</summary>
    public Uri Api => new(Address, "/api/v10");
}
