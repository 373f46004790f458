using System.Net;
using Vexera.Core.Gateway;
using Vexera.Core.Rest;
using Vexera.Core.Storage;
using Vexera.Host.Cli;
using Vexera.Host.Configuration;
using Vexera.Host.Hosting;
using Vexera.Sandbox;

namespace Vexera.Tests.Host.Cli;

/// <summary>What ends the program, and the exit code that says so.</summary>
public sealed class FailureTests
{
    public static TheoryData<int, Exception> Failures => new()
    {
        { 69, new GatewayUnreachableException("away") },
        { 69, new DiscordUnreachableException("GET /gateway/bot", "away") },
        { 69, new StorageException("db:5432/vexera", StorageProblem.Unreachable, "connection refused") },
        { 70, new InvalidOperationException("a mistake") },
        { 77, new FatalGatewayException(4014, "intents") },
        { 77, new DiscordRestException("GET /gateway/bot", HttpStatusCode.Unauthorized, 0, "401: Unauthorized") },
        { 78, new StorageException("vexera.db", StorageProblem.DiskFull, "full") },
        { 78, new StorageException("db:5432/vexera", StorageProblem.Refused, "wrong password") },
        { 78, new StorageException("db:5432/vexera", StorageProblem.Missing, "no such database") },
        { 78, new UnreadableSettingsException("appsettings.json is no JSON", new IOException()) },
        { 78, new SandboxStartException("http://127.0.0.1:80", "the port is in use") },
        { 78, new DataFolderException("folder", new IOException()) },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public void Explain_Exception_GivesItsCodeAndOneLine(int exitCode, Exception exception)
    {
        var failure = Failure.Explain(new AggregateException(exception));

        failure.ExitCode.ShouldBe(exitCode);
        failure.Line.ShouldNotBeNullOrWhiteSpace();
        failure.Line.ShouldNotContain("\n");
        failure.ShouldBe(Failure.Explain(exception));
    }
}
