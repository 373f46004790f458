using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Cache;

/// <summary>What the command about the cache says; the wording is in CacheText.resx.</summary>
internal static class CacheText
{
    private static readonly TextSet Set = new(typeof(CacheText));

    public static Text Category => Set.Plain();

    public static Text Description => Set.Plain();

    public static Text Details => Set.Plain();

    public static Text ActionArgument => Set.Plain();

    public static Text Purged(int guilds) => Set.With([guilds]);
}
