using Vexera.Core.Gateway.Protocol;
using Vexera.Core.Gateway.Session;
using Vexera.Core.Shards;

namespace Vexera.Tests.Gateway.Session;

/// <summary>After READY: heartbeats, sequence numbers, and every way to lose a connection.</summary>
public sealed class ShardSessionLifeTests
{
    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.25, 10)]
    [InlineData(0.75, 30)]
    public void OnHello_Jitter_SpreadsTheFirstHeartbeat(double jitter, double seconds)
    {
        var script = new SessionScript { Jitter = jitter };
        script.Greet();

        script.Session.Deadline.ShouldBe(TimeSpan.FromSeconds(seconds));
        script.ToDeadline().ShouldBe(new SessionAction.SendHeartbeat(null));
        script.Session.Deadline.ShouldBe(TimeSpan.FromSeconds(seconds) + SessionScript.Interval);
    }

    [Fact]
    public void OnTime_Acknowledged_BeatsOnWithTheLastSequence()
    {
        var script = new SessionScript().Ready();
        script.Session.OnDispatch(script.Now, 9);

        for (var i = 0; i < 5; i++)
        {
            script.ToDeadline().ShouldBe(new SessionAction.SendHeartbeat(9));
            script.Now += TimeSpan.FromMilliseconds(35);
            script.Session.OnHeartbeatAck(script.At).ShouldBeNull();
        }

        script.Session.Latency.ShouldBe(TimeSpan.FromMilliseconds(35));
    }

    [Fact]
    public void OnTime_NotAcknowledged_LeavesWithACodeThatKeepsTheSession()
    {
        var script = new SessionScript().Ready();
        script.ToDeadline().ShouldBeOfType<SessionAction.SendHeartbeat>();

        var close = script.ToDeadline().ShouldBeOfType<SessionAction.Close>();

        close.Code.ShouldNotBeOneOf(1000, 1001);
        script.Session.Reason.ShouldBe("the last heartbeat was not acknowledged");
        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 1));
    }

    [Fact]
    public void OnTime_NotAcknowledgedButTheReaderIsBusy_BeatsOn()
    {
        var script = new SessionScript().Ready();
        script.ToDeadline();

        script.ToDeadline(readerIsBusy: true).ShouldBeOfType<SessionAction.SendHeartbeat>();
        script.Session.State.ShouldBe(ShardState.Ready);
        script.ToDeadline().ShouldBeOfType<SessionAction.Close>();
    }

    [Fact]
    public void OnTime_BeforeTheDeadline_DoesNothing()
    {
        var script = new SessionScript().Ready();
        script.Now = script.Session.Deadline!.Value - TimeSpan.FromTicks(1);

        script.Session.OnTime(script.At, readerIsBusy: false).ShouldBeNull();
    }

    [Fact]
    public void OnHeartbeatRequest_Connected_BeatsNowAndStartsTheIntervalAnew()
    {
        var script = new SessionScript().Ready();
        script.Now = TimeSpan.FromSeconds(3);

        script.Session.OnHeartbeatRequest(script.At).ShouldBe(new SessionAction.SendHeartbeat(1));

        script.Session.Deadline.ShouldBe(TimeSpan.FromSeconds(3) + SessionScript.Interval);
    }

    [Fact]
    public void OnHeartbeatRequest_BeforeHello_SendsNothing()
    {
        var script = new SessionScript();
        script.Session.Start();
        script.Session.OnConnected(script.At);

        script.Session.OnHeartbeatRequest(script.At).ShouldBeNull();
    }

    [Fact]
    public void OnHeartbeatRequest_AFlood_StaysWithinTheLimitAndLeavesRoomToIdentify()
    {
        var script = new SessionScript();
        script.Greet();

        var sent = Enumerable.Range(0, 500).Count(_ => script.Session.OnHeartbeatRequest(script.At) is SessionAction.SendHeartbeat);

        sent.ShouldBe(118);
        script.Session.OnPermit(script.At).ShouldBeOfType<SessionAction.SendIdentify>();
        script.Session.Deadline.ShouldBe(SendLimiter.Window);
    }

    [Fact]
    public void OnDispatch_RepeatedOrOlder_IsDropped()
    {
        var script = new SessionScript().Ready();

        script.Session.OnDispatch(script.Now, 2).ShouldBe(DispatchVerdict.Pass);
        script.Session.OnDispatch(script.Now, 2).ShouldBe(DispatchVerdict.Repeated);
        script.Session.OnDispatch(script.Now, 1).ShouldBe(DispatchVerdict.Repeated);
        script.Session.OnDispatch(script.Now, 10).ShouldBe(DispatchVerdict.Pass, "gaps are Discord's business");
        script.Session.Ticket!.Sequence.ShouldBe(10);
    }

    [Fact]
    public void OnDispatch_ReplayOverlaps_PassesEachOnce()
    {
        var script = new SessionScript().Ready();
        script.Session.OnDispatch(script.Now, 2);
        script.Session.OnClosed(script.At, 4000, "");
        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 2));

        script.Session.OnDispatch(script.Now, 1).ShouldBe(DispatchVerdict.Repeated);
        script.Session.OnDispatch(script.Now, 2).ShouldBe(DispatchVerdict.Repeated);
        script.Session.OnDispatch(script.Now, 3).ShouldBe(DispatchVerdict.Pass);
        script.Session.OnResumed(script.At, 4).ShouldBe(DispatchVerdict.Pass);
    }

    [Fact]
    public void OnDispatch_BeforeReady_HasNoSession()
    {
        var script = new SessionScript();
        script.Greet();

        script.Session.OnDispatch(script.Now, 1).ShouldBe(DispatchVerdict.NoSession);
    }

    [Fact]
    public void OnReady_InANewSession_CountsFromItsOwnSequence()
    {
        var script = new SessionScript().Ready();
        script.Session.OnDispatch(script.Now, 500);
        script.Session.OnClosed(script.At, 4009, "");
        script.Reconnect().ShouldBeOfType<SessionAction.RequestPermit>();
        script.Session.OnPermit(script.At);
        script.Session.OnReady(script.At, 1, "s2", null).ShouldBe(DispatchVerdict.Pass);

        script.Session.OnDispatch(script.Now, 2).ShouldBe(DispatchVerdict.Pass);
        script.Session.Ticket.ShouldBe(new SessionTicket("s2", null, 2));
    }

    [Fact]
    public void OnReconnect_Connected_LeavesSoonAndResumes()
    {
        var script = new SessionScript().Ready();

        script.Session.OnReconnect(script.At).ShouldBeOfType<SessionAction.Close>().Code.ShouldBe(4200);

        script.Session.Deadline.ShouldBe(TimeSpan.FromSeconds(0.5));
        script.Redial().ShouldBe(SessionScript.Resume);
    }

    [Fact]
    public void OnInvalidSession_Resumable_Resumes()
    {
        var script = new SessionScript().Ready();

        script.Session.OnInvalidSession(script.At, resumable: true).ShouldBeOfType<SessionAction.Close>();

        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 1));
    }

    [Theory]
    [InlineData(0.0, 1)]
    [InlineData(0.5, 3)]
    [InlineData(1.0, 5)]
    public void OnInvalidSession_NotResumable_IdentifiesAfterOneToFiveSeconds(double jitter, double seconds)
    {
        var script = new SessionScript().Ready();
        script.Jitter = jitter;

        script.Session.OnInvalidSession(script.At, resumable: false).ShouldBeOfType<SessionAction.Close>();

        script.Session.Ticket.ShouldBeNull();
        script.Session.Deadline.ShouldBe(TimeSpan.FromSeconds(seconds));
        script.Redial().ShouldBe(SessionScript.Main);
        script.Session.OnConnected(script.At);
        script.Session.OnHello(script.At, SessionScript.Interval).ShouldBeOfType<SessionAction.RequestPermit>();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1001)]
    [InlineData(1006)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4005)]
    [InlineData(4008)]
    [InlineData(4999)]
    public void OnClosed_SessionLives_Resumes(int? code)
    {
        var script = new SessionScript().Ready();

        script.Session.OnClosed(script.At, code, "why").ShouldBeNull();

        script.Session.Reason.ShouldBe("why");
        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 1));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(4003)]
    [InlineData(4006)]
    [InlineData(4007)]
    [InlineData(4009)]
    public void OnClosed_SessionOver_Identifies(int code)
    {
        var script = new SessionScript().Ready();

        script.Session.OnClosed(script.At, code, "").ShouldBeNull();

        script.Session.Ticket.ShouldBeNull();
        script.Reconnect().ShouldBeOfType<SessionAction.RequestPermit>();
    }

    [Theory]
    [InlineData(4004)]
    [InlineData(4010)]
    [InlineData(4011)]
    [InlineData(4012)]
    [InlineData(4013)]
    [InlineData(4014)]
    public void OnClosed_Fatal_GivesUp(int code)
    {
        var script = new SessionScript().Ready();

        script.Session.OnClosed(script.At, code, "no").ShouldBe(new SessionAction.GiveUp(code, "no"));

        script.Session.State.ShouldBe(ShardState.Stopped);
        script.Session.Deadline.ShouldBeNull();
    }

    [Fact]
    public void OnClosed_AfterAStableTime_WaitsLittleAgain()
    {
        var script = new SessionScript { Jitter = 0.999999 }.Ready();
        for (var i = 0; i < 5; i++)
        {
            script.Session.OnClosed(script.At, null, "");
            script.Reconnect();
            script.Session.OnResumed(script.At, 100 + i);
        }

        script.Now += script.Options.StableAfter;
        script.Session.OnClosed(script.At, null, "");

        (script.Session.Deadline!.Value - script.Now).ShouldBeLessThanOrEqualTo(script.Options.BackoffFirst);
    }

    [Fact]
    public void OnClosed_Flapping_WaitsLongerEachTime()
    {
        var script = new SessionScript { Jitter = 0.999999 }.Ready();
        var waits = new List<double>();
        for (var i = 0; i < 4; i++)
        {
            script.Session.OnClosed(script.At, null, "");
            waits.Add(Math.Round((script.Session.Deadline!.Value - script.Now).TotalSeconds));
            script.Reconnect();
            script.Session.OnResumed(script.At, 100 + i);
        }

        waits.ShouldBe([1, 2, 4, 8]);
    }

    [Fact]
    public void OnClosed_AfterLeaving_IsNoNews()
    {
        var script = new SessionScript().Ready();
        script.Session.OnReconnect(script.At);

        script.Session.OnClosed(script.At, 4004, "late").ShouldBeNull();

        script.Session.State.ShouldBe(ShardState.BackingOff);
    }

    [Fact]
    public void OnUnreadable_AgainAtTheSamePlace_GivesTheSessionUp()
    {
        var script = new SessionScript().Ready();
        script.Session.OnDispatch(script.Now, 9);

        script.Session.OnUnreadable(script.At, "too long").ShouldBeOfType<SessionAction.Close>();
        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 9));
        script.Session.OnUnreadable(script.At, "too long").ShouldBeOfType<SessionAction.Close>();

        script.Reconnect().ShouldBeOfType<SessionAction.RequestPermit>();
    }

    [Fact]
    public void OnUnreadable_AgainFurtherOn_ResumesEachTime()
    {
        var script = new SessionScript().Ready();
        for (var sequence = 9; sequence < 12; sequence++)
        {
            script.Session.OnDispatch(script.Now, sequence);
            script.Session.OnUnreadable(script.At, "too long");
            script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", sequence));
        }
    }

    [Fact]
    public void OnBroken_Connected_LeavesAndResumes()
    {
        var script = new SessionScript().Ready();

        script.Session.OnBroken(script.At, "the stream is broken").ShouldBeOfType<SessionAction.Close>();

        script.Reconnect().ShouldBe(new SessionAction.SendResume("s1", 1));
    }

    [Fact]
    public void OnStop_Connected_ClosesKeepingTheSession()
    {
        var script = new SessionScript().Ready();

        script.Session.OnStop().ShouldBe(new SessionAction.Close(CloseCodes.Returning, "stopping"));

        script.Session.State.ShouldBe(ShardState.Stopped);
        script.Session.Ticket.ShouldNotBeNull();
        script.Session.Deadline.ShouldBeNull();
    }

    [Fact]
    public void OnStop_SessionIsNotWanted_EndsIt()
    {
        var script = new SessionScript().Ready();

        script.Session.OnStop(keepsSession: false).ShouldBe(new SessionAction.Close(CloseCodes.Normal, "stopping"));

        script.Session.Ticket.ShouldBeNull();
    }

    [Fact]
    public void OnStop_BackingOff_EndsWithoutAnything()
    {
        var script = new SessionScript().Ready();
        script.Session.OnClosed(script.At, null, "");

        script.Session.OnStop().ShouldBeNull();
        script.Session.OnTime(script.At, readerIsBusy: false).ShouldBeNull();
        script.Session.State.ShouldBe(ShardState.Stopped);
    }
}
