namespace Vexera.Sandbox.Faults;

/// <summary>How REST shall misbehave.</summary>
internal sealed record RestFault
{
    /// <summary>Part of <c>METHOD /route/{template}</c> that requests must contain; empty for all. Case does not matter.</summary>
    public string Route { get; init; } = "";

    /// <summary>The status to answer instead of doing what was asked; 0 to do it, after the delay.</summary>
    public int Status { get; init; }

    /// <summary>How long to wait first.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How many requests it shall hit.</summary>
    public int Count { get; init; } = 1;

    /// <summary>For a forced 429: <c>user</c>, <c>shared</c> or <c>global</c>.</summary>
    public string Scope { get; init; } = "user";

    /// <summary>For a forced 429: what the answer says.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Whether it hits the requests of bots alone.</summary>
    public bool BotsOnly { get; init; }

    /// <summary>Cut the connection instead of answering.</summary>
    public bool Drop { get; init; }

    /// <summary>First do what was asked, then wait, and cut or answer: what was done is done, and nobody is told.</summary>
    public bool AfterDoing { get; init; }
}
