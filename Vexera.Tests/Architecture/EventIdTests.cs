using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Vexera.Tests.Architecture;

/// <summary>Every log message has an event id of its own, and stands in its room's list of messages.</summary>
public sealed class EventIdTests
{
    private const BindingFlags Any = BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static IReadOnlyList<(MethodInfo Method, LoggerMessageAttribute Message)> Messages { get; } =
    [
        .. new[] { "Vexera.Core", "vexera" }.SelectMany(assembly => Assembly.Load(assembly).GetTypes())
            .SelectMany(type => type.GetMethods(Any))
            .Select(method => (Method: method, Message: method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(entry => entry.Message is not null)
            .Select(entry => (entry.Method, entry.Message!)),
    ];

    [Fact]
    public void EventId_OfEachMessage_IsItsAlone()
    {
        var shared = Messages.GroupBy(entry => entry.Message.EventId).Where(group => group.Count() > 1)
            .Select(group => $"{group.Key}: {string.Join(", ", group.Select(entry => $"{entry.Method.DeclaringType!.Name}.{entry.Method.Name}"))}");

        Messages.Count.ShouldBeGreaterThan(50);
        shared.ShouldBeEmpty();
    }

    [Fact]
    public void Message_Always_StandsInTheListOfItsRoom() => Messages
        .Where(entry => !entry.Method.DeclaringType!.Name.EndsWith("Log", StringComparison.Ordinal))
        .Select(entry => $"{entry.Method.DeclaringType}.{entry.Method.Name}")
        .ShouldBeEmpty("log messages stand in the room's XLog.cs");

    [Fact]
    public void EventId_OfEachMessage_IsSet() =>
        Messages.Where(entry => entry.Message.EventId <= 0).Select(entry => entry.Method.Name).ShouldBeEmpty();
}
