using Vexera.Sandbox.World.Model;

namespace Vexera.Sandbox.Rest.Routing;

/// <summary>Who makes a request.</summary>
/// <param name="User">Null without a token.</param>
/// <param name="Key">What limits are counted for: the user, or the credential of somebody unknown.</param>
internal sealed record RestCaller(User? User, string Key)
{
    public bool IsBot => User is { Bot: true };
}
