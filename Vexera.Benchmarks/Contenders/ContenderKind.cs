namespace Vexera.Benchmarks.Contenders;

/// <summary>Who receives the load. Each runs as a process of its own, so that its CPU time and its garbage are its own.</summary>
internal enum ContenderKind
{
    /// <summary>A loop that takes frames off the WebSocket, inflates them where the gateway compresses, and looks no further.</summary>
    Frames,

    /// <summary>The same loop, and System.Text.Json turns each message, envelope included, into typed objects of Core's.</summary>
    Typed,

    /// <summary>Vexera's rooms from the gateway to dispatch, with one handler of messages, which counts.</summary>
    Vexera,

    /// <summary>The whole bot as <c>vexera run</c> hosts it, with one more handler, which reads the numbers of messages.</summary>
    Bot,
}
