namespace Vexera.Sandbox.Chat.Session;

/// <summary>A member in the list.</summary>
/// <param name="Id">The user's id.</param>
/// <param name="Name">What it is called in the guild.</param>
/// <param name="Bot">Whether a program is behind it.</param>
/// <param name="Owner">Whether the guild is its own.</param>
/// <param name="Colour">The colour of its name as 0xRRGGBB, 0 for none.</param>
/// <param name="TimedOutUntil">Until when it may not speak; null when it may.</param>
/// <param name="Roles">The names of its roles, highest first.</param>
public sealed record MemberView(ulong Id, string Name, bool Bot, bool Owner, int Colour, DateTimeOffset? TimedOutUntil, IReadOnlyList<string> Roles);
