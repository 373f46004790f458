using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Modules.Greeting;

/// <summary>What greetings say; the wording is in GreetingText.resx.</summary>
internal static class GreetingText
{
    private static readonly TextSet Set = new(typeof(GreetingText));

    public static Text Thanks(string prefix, string help, string change) => Set.With([prefix, help, change]);

    public static Text ThanksNoPrefix(string help) => Set.With([help]);
}
