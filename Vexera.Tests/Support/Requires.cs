namespace Vexera.Tests.Support;

/// <summary>
/// Programs that some tests need. A missing one skips the test with its reason;
/// with <c>VEXERA_REQUIRE_ALL=1</c> it fails the test instead.
/// </summary>
internal static class Requires
{
    public static string Chromium() => Program("no Chromium", "chromium", "chromium-browser", "google-chrome");

    public static string Node() => Program("no Node", "node");

    /// <summary>How to reach a PostgreSQL server as a user who may make databases; <c>.ci/postgres start FOLDER</c> starts one.</summary>
    public static string Postgres()
    {
        var server = Environment.GetEnvironmentVariable("VEXERA_POSTGRES");
        Present(!string.IsNullOrEmpty(server), "no PostgreSQL server named in VEXERA_POSTGRES");
        return server!;
    }

    public static string Program(string reason, params string[] names)
    {
        var found = names.SelectMany(OnPath).FirstOrDefault(File.Exists);
        Present(found is not null, reason);
        return found!;
    }

    public static void Present(bool present, string reason)
    {
        if (present) return;
        if (Environment.GetEnvironmentVariable("VEXERA_REQUIRE_ALL") == "1") Assert.Fail($"{reason}, and VEXERA_REQUIRE_ALL=1 says that nothing may be missing");
        Assert.Skip(reason);
    }

    private static IEnumerable<string> OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name));
}
