using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Reflection;
using Mono.Cecil;
using Vexera.Core.Discord;
using Vexera.Core.Net;
using Vexera.Core.Net.Local;

namespace Vexera.Tests.Architecture;

/// <summary>Everything that opens a connection or asks for an address goes through <c>Vexera.Core.Net</c>.</summary>
public sealed class ConnectionTests
{
    private static readonly string NetRoom = typeof(AddressCache).Namespace!;

    // Whatever is called on them.
    private static readonly string[] OnlyInNet =
    [
        typeof(Dns).FullName!, typeof(Socket).FullName!, typeof(NetworkStream).FullName!, typeof(TcpClient).FullName!, typeof(UdpClient).FullName!,
        typeof(TcpListener).FullName!, typeof(HttpClientHandler).FullName!, "System.Net.WebClient", "System.Net.WebRequest", "System.Net.HttpWebRequest",
        "System.Net.NetworkInformation.Ping", "System.Net.Mail.SmtpClient", "System.Net.Quic.QuicConnection", "DnsClient.LookupClient",
        "Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions",
    ];

    [Theory]
    [InlineData("Vexera.Core")]
    [InlineData("vexera")]
    public void Assembly_OutsideNet_OpensNoConnectionOfItsOwn(string assembly) =>
        Openings(assembly).Where(opening => !opening.Room.StartsWith(NetRoom, StringComparison.Ordinal)).Select(opening => opening.Call)
            .ShouldBeEmpty("take a handler from HandlerFactory, or connect through AddressConnector");

    [Fact]
    public void Net_Always_IsWhereConnectionsAreOpened()
    {
        var inNet = Openings(typeof(Snowflake).Assembly.GetName().Name!).Select(opening => opening.Call).ToArray();

        inNet.ShouldContain(call => call.Contains($"{nameof(SystemAddressResolver)}", StringComparison.Ordinal));
        inNet.ShouldContain(call => call.Contains($"{nameof(SocketDialer)}", StringComparison.Ordinal));
        inNet.ShouldContain(call => call.Contains($"{nameof(HandlerFactory)}", StringComparison.Ordinal));
        inNet.ShouldContain(call => call.Contains($"{nameof(LocalListener)}", StringComparison.Ordinal));
    }

    private static List<(string Room, string Call)> Openings(string assembly)
    {
        using var module = ModuleDefinition.ReadModule(Assembly.Load(assembly).Location);
        return [.. from type in module.GetTypes()
                   from method in type.Methods
                   where method.HasBody
                   from instruction in method.Body.Instructions
                   where instruction.Operand is MethodReference called && Opens(called)
                   select (Outermost(type).Namespace, $"{method.FullName} calls {instruction.Operand}")];
    }

    private static bool Opens(MethodReference called) =>
        OnlyInNet.Contains(called.DeclaringType.FullName)
        || (called.DeclaringType.FullName == typeof(SocketsHttpHandler).FullName && called.Name is ".ctor" or "set_ConnectCallback")
        || (called.DeclaringType.FullName == typeof(HttpClient).FullName && called.Name == ".ctor" && called.Parameters.Count == 0)
        || (called.DeclaringType.FullName == typeof(ClientWebSocket).FullName && called.Name == nameof(ClientWebSocket.ConnectAsync) && called.Parameters.Count == 2);

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
