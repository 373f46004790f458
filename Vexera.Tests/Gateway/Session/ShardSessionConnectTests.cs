using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Tests.Gateway.Session;

/// <summary>From nothing to READY or RESUMED.</summary>
public sealed class ShardSessionConnectTests
{
    [Fact]
    public void Start_WithoutTicket_ConnectsToTheMainAddress()
    {
        var script = new SessionScript();

        script.Session.Start().ShouldBe(new SessionAction.Connect(SessionScript.Main));
        script.Session.State.ShouldBe(ShardState.Connecting);
    }

    [Fact]
    public void OnHello_WithoutSession_GetsInLineAndSendsNothing()
    {
        var script = new SessionScript();

        script.Greet().ShouldBeOfType<SessionAction.RequestPermit>();

        script.Session.State.ShouldBe(ShardState.Waiting);
        script.Session.SessionId.ShouldBeNull();
    }

    [Fact]
    public void OnPermit_InLine_Identifies()
    {
        var script = new SessionScript();
        script.Greet();

        script.Session.OnPermit(script.At).ShouldBeOfType<SessionAction.SendIdentify>();

        script.Session.State.ShouldBe(ShardState.Identifying);
    }

    [Fact]
    public void OnPermit_Twice_IdentifiesOnce()
    {
        var script = new SessionScript();
        script.Greet();
        script.Session.OnPermit(script.At);

        script.Session.OnPermit(script.At).ShouldBeNull();
    }

    [Fact]
    public void OnPermit_ConnectionAlreadyLost_SendsNothing()
    {
        var script = new SessionScript();
        script.Greet();
        script.Session.OnClosed(script.At, null, "reset");

        script.Session.OnPermit(script.At).ShouldBeNull();
    }

    [Fact]
    public void OnReady_AfterIdentify_BeginsTheSession()
    {
        var script = new SessionScript().Ready();

        script.Session.Ticket.ShouldBe(new SessionTicket("s1", SessionScript.Resume, 1));
    }

    [Fact]
    public void OnReady_ResumeAddressWithoutTls_FallsBackToTheMainAddress()
    {
        var script = new SessionScript().Ready(new Uri("ws://elsewhere.example"));
        script.Session.OnClosed(script.At, null, "reset");

        script.Redial().ShouldBe(SessionScript.Main);
    }

    [Fact]
    public void Start_WithTicket_ResumesAtOnceWithoutPermit()
    {
        var script = new SessionScript(new SessionTicket("old", SessionScript.Resume, 77));

        script.Session.Start().ShouldBe(new SessionAction.Connect(SessionScript.Resume));
        script.Session.OnConnected(script.At);
        script.Session.OnHello(script.At, SessionScript.Interval).ShouldBe(new SessionAction.SendResume("old", 77));
        script.Session.State.ShouldBe(ShardState.Resuming);
        script.Session.OnResumed(script.At, 78).ShouldBe(DispatchVerdict.Pass);
        script.Session.State.ShouldBe(ShardState.Ready);
    }

    [Fact]
    public void OnHello_Twice_ChangesNothing()
    {
        var script = new SessionScript().Ready();
        var deadline = script.Session.Deadline;

        script.Session.OnHello(script.At, TimeSpan.FromMilliseconds(1)).ShouldBeNull();

        script.Session.Deadline.ShouldBe(deadline);
    }

    [Fact]
    public void OnTime_NoHello_LeavesAndTriesAgain()
    {
        var script = new SessionScript();
        script.Session.Start();
        script.Session.OnConnected(script.At);
        script.Session.Deadline.ShouldBe(script.Options.HelloTimeout);

        var close = script.ToDeadline().ShouldBeOfType<SessionAction.Close>();

        close.Code.ShouldBe(4200);
        close.Reason.ShouldContain("HELLO");
        script.Session.State.ShouldBe(ShardState.BackingOff);
    }

    [Fact]
    public void OnTime_NoReady_LeavesAndIdentifiesAgainThroughTheLine()
    {
        var script = new SessionScript { Jitter = 0.999 };
        script.Greet();
        script.Now = TimeSpan.FromSeconds(1);
        script.Session.OnPermit(script.At);
        script.ToDeadline().ShouldBeOfType<SessionAction.SendHeartbeat>();
        script.Session.OnHeartbeatAck(script.At);

        script.ToDeadline().ShouldBeOfType<SessionAction.Close>().Reason.ShouldContain("READY");

        script.Now.ShouldBe(TimeSpan.FromSeconds(1) + script.Options.ReadyTimeout);
        script.Reconnect().ShouldBeOfType<SessionAction.RequestPermit>();
    }

    [Fact]
    public void OnTime_NoResumed_LeavesAndResumesAgain()
    {
        var script = new SessionScript().Ready();
        script.Session.OnClosed(script.At, 4000, "");
        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 1));
        script.Jitter = 0;
        var sent = script.Now;
        script.Now = sent + script.Options.ResumedTimeout - TimeSpan.FromSeconds(1);
        script.Session.OnDispatch(script.Now, 2).ShouldBe(DispatchVerdict.Pass);
        AnswerHeartbeatsUntil(script, script.Now + script.Options.ResumedTimeout);

        script.ToDeadline().ShouldBeOfType<SessionAction.Close>().Reason.ShouldContain("RESUMED");

        script.Now.ShouldBe(sent + (script.Options.ResumedTimeout * 2) - TimeSpan.FromSeconds(1), "each replayed event gives the replay more time");
        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 2));
    }

    [Fact]
    public void OnConnectFailed_Always_BacksOff()
    {
        var script = new SessionScript();
        script.Session.Start();

        script.Session.OnConnectFailed(script.At, "refused").ShouldBeNull();

        script.Session.State.ShouldBe(ShardState.BackingOff);
        script.Session.Reason.ShouldBe("refused");
        script.Session.Deadline.ShouldBe(TimeSpan.FromSeconds(0.5));
        script.Redial().ShouldBe(SessionScript.Main);
    }

    [Fact]
    public void OnConnectFailed_ManyTimes_WaitsLongerUpToTheLimit()
    {
        var script = new SessionScript { Jitter = 0.999999 };
        script.Session.Start();
        var waits = new List<double>();
        for (var i = 0; i < 10; i++)
        {
            script.Session.OnConnectFailed(script.At, "refused");
            waits.Add(Math.Round((script.Session.Deadline!.Value - script.Now).TotalSeconds));
            script.Redial();
        }

        waits.ShouldBe([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
    }

    [Fact]
    public void OnConnectFailed_ResumeAddressDead_FallsBackToTheMainAddressAndStillResumes()
    {
        var script = new SessionScript().Ready();
        script.Session.OnClosed(script.At, null, "reset");
        script.Redial().ShouldBe(SessionScript.Resume);
        script.Session.OnConnectFailed(script.At, "refused");

        script.Redial().ShouldBe(SessionScript.Main);
        script.Session.OnConnected(script.At);
        script.Session.OnHello(script.At, SessionScript.Interval).ShouldBe(new SessionAction.SendResume("s1", 1));
    }

    [Fact]
    public void OnConnectFailed_BothAddressesDead_TakesThemInTurn()
    {
        var script = new SessionScript().Ready();
        script.Session.OnClosed(script.At, null, "reset");
        var tried = new List<Uri>();
        for (var i = 0; i < 4; i++)
        {
            tried.Add(script.Redial());
            script.Session.OnConnectFailed(script.At, "refused");
        }

        tried.ShouldBe([SessionScript.Resume, SessionScript.Main, SessionScript.Resume, SessionScript.Main]);
    }

    [Fact]
    public void OnClosed_BeforeHelloAtTheResumeAddress_FallsBackToo()
    {
        var script = new SessionScript().Ready();
        script.Session.OnClosed(script.At, null, "reset");
        script.Redial().ShouldBe(SessionScript.Resume);
        script.Session.OnConnected(script.At);
        script.Session.OnClosed(script.At, null, "reset");

        script.Redial().ShouldBe(SessionScript.Main);
    }

    private static void AnswerHeartbeatsUntil(SessionScript script, TimeSpan end)
    {
        while (script.Session.Deadline < end)
        {
            script.ToDeadline().ShouldBeOfType<SessionAction.SendHeartbeat>();
            script.Session.OnHeartbeatAck(script.At);
        }
    }
}
