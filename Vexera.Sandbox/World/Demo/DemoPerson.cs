namespace Vexera.Sandbox.World.Demo;

/// <summary>Somebody to act as.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The user's name.</param>
/// <param name="Part"><c>owner</c>, <c>moderator</c> or <c>member</c>.</param>
internal sealed record DemoPerson(ulong Id, string Name, string Part);
