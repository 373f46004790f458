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
        new("perms add", $"<@&{Moderators}> basics.prefix", ("target", Moderators), ("node", "basics.prefix")),
        new("perms add", "everyone basics.pnig", ("target", "10"), ("node", "basics.pnig")),
        new("perms deny", $"<@{Member}> basics.*", ("target", Member), ("node", "basics.*")),
        new("perms remove", "everyone basics.ping", ("target", "10"), ("node", "basics.ping")) { Before = ["+perms deny everyone basics.ping"] },
        new("perms list") { Before = [$"+perms deny <@{Member}> basics.ping", "+perms add Moderators basics.*"] },
        new("perms list", $"<@&{Moderators}>", ("target", Moderators)) { Before = ["+perms add Moderators basics.*"] },
        new("perms clear", "everyone", ("target", "10")) { Before = ["+perms deny everyone basics.ping"] },
        new("perms nodes"),
        new("perms explain", $"<@{Member}> prefix", ("user", Member), ("command", "prefix")),
        new("cache", "purge", ("action", "purge")),
        new("module"),
        new("module", "greeting", ("name", "greeting")),
        new("module", "disable greeting", ("action", "disable"), ("name", "greeting")),
        new("command", "enable ping", ("action", "enable"), ("name", "ping")) { Before = ["+command disable ping"] },
        new("settings show"),
        new("settings disable", "ping", ("name", "ping")),
        new("settings disable", "basics.*", ("name", "basics.*")),
        new("settings disable", "settings enable", ("name", "settings enable")),
        new("settings enable", "ping", ("name", "ping")) { Before = ["+settings disable basics"] },
        new("settings export"),
        new("settings import"),
        new("shards"),
        new("announce"),
        new("status"),
        new("status", "open Some servers do not get answers", ("action", "open"), ("text", "Some servers do not get answers")),
    ];
}
