using Vexera.Core.Gateway;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Tests.Gateway.Session;

/// <summary>A session with a clock that only the test moves, and jitter that the test chooses.</summary>
internal sealed class SessionScript
{
    public static readonly Uri Main = new("wss://main.example");
    public static readonly Uri Resume = new("wss://resume.example");
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    public SessionScript(SessionTicket? ticket = null, GatewayOptions? options = null)
    {
        Options = options ?? new GatewayOptions();
        Session = new ShardSession(Options, Main, ticket);
    }

    public GatewayOptions Options { get; }

    public ShardSession Session { get; }

    public TimeSpan Now { get; set; }

    public double Jitter { get; set; } = 0.5;

    public Moment At => new(Now, Jitter);

    /// <summary>Moves the clock to the session's deadline and tells it the time.</summary>
    public SessionAction? ToDeadline(bool readerIsBusy = false)
    {
        Now = Session.Deadline.ShouldNotBeNull();
        return Session.OnTime(At, readerIsBusy);
    }

    /// <summary>From nothing to HELLO.</summary>
    public SessionAction? Greet()
    {
        Session.Start().ShouldBe(new SessionAction.Connect(Main));
        Session.OnConnected(At).ShouldBeNull();
        return Session.OnHello(At, Interval);
    }

    /// <summary>From nothing to READY.</summary>
    public SessionScript Ready(Uri? resumeUrl = null)
    {
        Greet().ShouldBeOfType<SessionAction.RequestPermit>();
        Session.OnPermit(At).ShouldBeOfType<SessionAction.SendIdentify>();
        Session.OnReady(At, 1, "s1", resumeUrl ?? Resume).ShouldBe(DispatchVerdict.Pass);
        Session.State.ShouldBe(ShardState.Ready);
        return this;
    }

    /// <summary>Waits out the back-off and answers where the session connects then.</summary>
    public Uri Redial()
    {
        Session.State.ShouldBe(ShardState.BackingOff);
        return ToDeadline().ShouldBeOfType<SessionAction.Connect>().Url;
    }

    /// <summary>Waits out the back-off, connects and says HELLO.</summary>
    public SessionAction? Reconnect()
    {
        Redial();
        Session.OnConnected(At).ShouldBeNull();
        return Session.OnHello(At, Interval);
    }
}
