using System.Diagnostics;
using Vexera.Tests.Support;

namespace Vexera.Tests.Clients;

/// <summary>Installs what a folder's <c>package-lock.json</c> pins, once, beside the build's other products.</summary>
internal static class NodePackages
{
    private static readonly string[] Files = ["package.json", "package-lock.json"];

    /// <summary>The folder with the program and its <c>node_modules</c>.</summary>
    public static async Task<string> InstallAsync(string name, string script)
    {
        Requires.Node();
        var npm = Requires.Program("no npm", OperatingSystem.IsWindows() ? "npm.cmd" : "npm");
        var source = RepositoryRoot.File("Vexera.Tests", "Clients", name);
        var target = Directory.CreateDirectory(RepositoryRoot.File("Vexera.Tests", "obj", name)).FullName;
        File.Copy(Path.Combine(source, script), Path.Combine(target, script), overwrite: true);
        if (!IsInstalled(source, target))
        {
            foreach (var file in Files)
                File.Copy(Path.Combine(source, file), Path.Combine(target, file), overwrite: true);
            await RunAsync(npm, target);
        }

        return target;
    }

    // npm writes the marker last, so that a broken installation has none.
    private static bool IsInstalled(string source, string target) =>
        File.Exists(Path.Combine(target, "node_modules", ".package-lock.json"))
        && Files.All(file => File.ReadAllText(Path.Combine(source, file)) == File.ReadAllText(Path.Combine(target, file)));

    private static async Task RunAsync(string npm, string folder)
    {
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--prefer-offline"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Requires.Present(process.ExitCode == 0, $"npm could not install the packages: {(await output + errors).Trim()}");
    }
}
