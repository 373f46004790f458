namespace Vexera.Tests.Commands.BothForms;

/// <summary>Samples of every command; a new command adds its own. They are run as the guild's owner, who is the bot's owner too.</summary>
internal static class CommandSamples
{
    private const string Member = "3", General = "20", Moderators = "30";

    /// <summary>At least one for each command in the catalog.</summary>
    public static IReadOnlyList<CommandSample> All { get; } =
    [
        new("help"),
        new("help", "ping", ("command", "ping")),
        new("help", "prefix", ("command", "prefix")),
        new("help", "pign", ("command", "pign")),
        new("ping"),
        new("about"),
        new("health"),
        new("nodeinfo") { FiguresVary = true },
        new("invite"),
        new("support"),
        new("prefix"),
        new("prefix", "!", ("new", "!")),
        new("prefix", "disable", ("new", "disable")),
        new("prefix", "default", ("new", "default")),
        new("prefix", "@", ("new", "@")),
        new("prefix", "\"much too long\"", ("new", "much too long")),
        new("locale"),
        new("locale", "de", ("language", "de")),
        new("locale", "klingon", ("language", "klingon")),
        new("userlocale"),
        new("userlocale", "fr", ("language", "fr")),
        new("userlocale", "disable", ("language", "disable")) { Before = ["+userlocale de"] },
        new("warn", "<@3> spam", ("user", Member), ("reason", "spam")),
        new("warn", "<@3>", ("user", Member)) { Before = ["+escalation add 1 1d kick"] },
        new("mute", "<@3> 10m", ("user", Member), ("time", "10m")),
        new("unmute", "<@3>", ("user", Member)) { Before = ["+mute <@3>"] },
        new("kick", "<@3> spam", ("user", Member), ("reason", "spam")),
        new("ban", "<@3> 1w days=7 spam and more", ("user", Member), ("time", "1w"), ("days", 7), ("reason", "spam and more")),
        new("softban", "<@3>", ("user", Member)),
        new("unban", "<@3>", ("user", Member)),
        new("vckick", "<@3>", ("user", Member)),
        new("clean", "50 <@3> contains free nitro", ("amount", 50), ("user", Member), ("only", "contains"), ("text", "free nitro")),
        new("clean", "contains", ("only", "contains")),
        new("case", "1", ("case", 1)) { Before = ["+warn <@3> spam"] },
        new("case", "7", ("case", 7)),
        new("infractions", "<@3> 2", ("user", Member), ("page", 2)) { Before = ["+warn <@3> spam", "+mute <@3>"] },
        new("reason", "1 something else", ("case", 1), ("reason", "something else")) { Before = ["+warn <@3> spam"] },
        new("deletecase", "1", ("case", 1)) { Before = ["+ban <@3> spam"] },
        new("escalation add", "3 30d mute 1d", ("warnings", 3), ("within", "30d"), ("action", "mute"), ("time", "1d")),
        new("escalation list") { Before = ["+escalation add 3 30d mute 1d"] },
        new("escalation remove", "3", ("warnings", 3)),
        new("cache", "purge", ("action", "purge")),
        new("module"),
        new("module", "greeting", ("name", "greeting")),
        new("module", "disable greeting", ("action", "disable"), ("name", "greeting")),
        new("command", "enable ping", ("action", "enable"), ("name", "ping")) { Before = ["+command disable ping"] },
        new("shards"),
        new("announce"),
        new("status"),
        new("status", "open Some servers do not get answers", ("action", "open"), ("text", "Some servers do not get answers")),
    ];
}
