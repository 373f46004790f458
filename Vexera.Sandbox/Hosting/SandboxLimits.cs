using Vexera.Sandbox.World.Demo;

namespace Vexera.Sandbox.Hosting;

/// <summary>Refuses options outside of their ranges.</summary>
internal static class SandboxLimits
{
    public const int MostGuilds = 1_000_000;
    public const int MostShards = 10_000;
    public const int MostConcurrency = 1_000;

    public static void Check(SandboxOptions options)
    {
        Between(options.Guilds, 0, MostGuilds, nameof(options.Guilds));
        Between(options.Shards, 1, MostShards, nameof(options.Shards));
        Between(options.MaxConcurrency, 1, MostConcurrency, nameof(options.MaxConcurrency));
        if (options.TimeProvider.GetUtcNow() < DemoWorld.FirstMoment)
        {
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.TimeProvider.GetUtcNow(),
                $"The sandbox's clock must stand at {DemoWorld.FirstMoment:u} or later, when its demo world was made.");
        }
    }

    private static void Between(int value, int least, int most, string name)
    {
        if (value < least || value > most)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be between {least} and {most}.");
        }
    }
}
