namespace Vexera.Sandbox.Rest.Forms;

/// <summary>The numbers of Discord's command option types.</summary>
/// <seealso href="https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-type"/>
internal static class CommandOptionType
{
    public const int Subcommand = 1;
    public const int SubcommandGroup = 2;
    public const int String = 3;
    public const int Integer = 4;
    public const int Boolean = 5;
    public const int User = 6;
    public const int Channel = 7;
    public const int Role = 8;
    public const int Mentionable = 9;
    public const int Number = 10;
    public const int Attachment = 11;

    public static readonly int[] Values = [String, Integer, Boolean, User, Channel, Role, Mentionable, Number, Attachment];
}
