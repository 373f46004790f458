namespace Vexera.Sandbox.Rest.Routing;

/// <summary>Who may call a route.</summary>
internal enum Access
{
    /// <summary>A bot or a person.</summary>
    Anyone,

    /// <summary>A bot's token only.</summary>
    Bots,

    /// <summary>A person's token only: what Discord's own clients use.</summary>
    People,

    /// <summary>Nobody needs a token: the path carries its own, or it is public.</summary>
    Public,
}
