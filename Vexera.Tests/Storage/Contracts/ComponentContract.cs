using System.Data.Common;
using Vexera.Core.Commands.Components.Confirmations;
using Vexera.Core.Commands.Components.Paging;
using Vexera.Core.Commands.Execution;
using Vexera.Core.Commands.Replies;
using Vexera.Core.Discord;
using Vexera.Core.Discord.Entities;
using Vexera.Core.Scheduling;

namespace Vexera.Tests.Storage.Contracts;

/// <summary>Pages of long answers, and questions before something is done, on either engine.</summary>
public abstract class ComponentContract : StorageContract
{
    private static readonly Snowflake Cause = new(ulong.MaxValue);
    private static readonly Snowflake Press = new((1UL << 63) + 9);

    private ConfirmationRow Question => new()
    {
        Cause = Cause,
        Command = "perms clear",
        Payload = "everything 🐢",
        Form = CommandForm.Slash,
        Prefix = "/",
        Culture = "de",
        ChannelId = new Snowflake(20),
        ExpiresAt = Time.GetUtcNow().AddMinutes(2),
    };

    [Fact]
    public async Task Pages_Kept_AreReadAfterARestartUntilTheyAreOver()
    {
        var database = Open();
        var row = ActionRow.Of(
            new Button { Style = ButtonStyle.Link, Label = "L", Url = new Uri("https://example.org/a") },
            new StringSelect { CustomId = "s:1:", Options = [new SelectOption("One", "1")] });
        var pages = new StoredPages([new ReplyPage("first 🐢", []), new ReplyPage("", [new Embed { Title = "T", Fields = [new("n", "v", true)] }])], [row]);
        await new PageStore(database, Time).PutAsync(Cause, Press, pages, Patience);
        await CloseAsync(database);

        var again = new PageStore(Open(), Time);
        var read = (await again.FindAsync(Cause, Patience)).ShouldNotBeNull();
        Time.Advance(PageStore.Kept);

        read.Pages[0].Content.ShouldBe("first 🐢");
        read.Pages[1].Embeds[0].Fields.ShouldBe([new("n", "v", true)]);
        read.Components[0].Components[0].ShouldBe(row.Components[0]);
        ((StringSelect)read.Components[0].Components[1]).Options.ShouldBe([new SelectOption("One", "1")]);
        (await again.FindAsync(Cause, Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Pages_OfTheSameCause_AreTheLaterOnes()
    {
        var store = new PageStore(Open(), Time);
        await store.PutAsync(Cause, Press, new StoredPages([new ReplyPage("old", [])], []), Patience);
        await store.PutAsync(Cause, Press, new StoredPages([new ReplyPage("new", [])], []), Patience);

        (await store.FindAsync(Cause, Patience))!.Pages[0].Content.ShouldBe("new");
    }

    [Fact]
    public async Task Question_Added_IsReadAfterARestart()
    {
        var database = Open();
        var store = new ConfirmationStore(database, new NoSchedule());
        await store.AddAsync(Question, Patience);
        await store.AddAsync(Question with { Payload = "another" }, Patience);
        await store.PlaceAsync(Cause, new SentReply(null, new Snowflake(8), "secret"), Patience);
        await CloseAsync(database);

        (await new ConfirmationStore(Open(), new NoSchedule()).FindAsync(Cause, Patience))
            .ShouldBe(Question with { Place = new SentReply(null, new Snowflake(8), "secret") });
    }

    [Fact]
    public async Task Question_AnsweredByManyAtOnce_CountsOneAnswer()
    {
        var store = new ConfirmationStore(Open(), new NoSchedule());
        await store.AddAsync(Question, Patience);

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => store.TryAnswerAsync(Cause, new Snowflake((ulong)i), Time.GetUtcNow(), Patience)));

        answers.Count(counts => counts).ShouldBe(1);
    }

    [Fact]
    public async Task Question_AnsweredByTheSameAgain_CountsUntilItHasEnded()
    {
        var store = new ConfirmationStore(Open(), new NoSchedule());
        await store.AddAsync(Question, Patience);
        await store.PlaceAsync(Cause, new SentReply(new Snowflake(7), new Snowflake(8), "secret"), Patience);

        (await store.TryAnswerAsync(Cause, Press, Time.GetUtcNow(), Patience)).ShouldBeTrue();
        (await store.TryAnswerAsync(Cause, Press, Time.GetUtcNow().AddHours(1), Patience)).ShouldBeTrue();
        await store.EndAsync(Cause, Patience);
        (await store.TryAnswerAsync(Cause, Press, Time.GetUtcNow(), Patience)).ShouldBeFalse();

        var read = (await store.FindAsync(Cause, Patience)).ShouldNotBeNull();
        (read.IsDone, read.AnsweredBy, read.Place!.Token).ShouldBe((true, Press, null));
        await store.RemoveAsync(Cause, Patience);
        (await store.FindAsync(Cause, Patience)).ShouldBeNull();
    }

    [Fact]
    public async Task Question_AnsweredWhenItExpires_CountsNoMore()
    {
        var store = new ConfirmationStore(Open(), new NoSchedule());
        await store.AddAsync(Question, Patience);

        (await store.TryAnswerAsync(Cause, Press, Question.ExpiresAt, Patience)).ShouldBeFalse();
        (await store.TryAnswerAsync(Cause, Press, Question.ExpiresAt.AddMilliseconds(-1), Patience)).ShouldBeTrue();
    }

    private sealed class NoSchedule : ISchedule
    {
        public Task ScheduleAsync(DueWork work, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task CancelAsync(string kind, string key, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ScheduleAsync(DbConnection connection, DueWork work) => Task.CompletedTask;

        public Task CancelAsync(DbConnection connection, string kind, string key) => Task.CompletedTask;

        public void Wake()
        {
        }
    }
}

public sealed class SqliteComponentTests : ComponentContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewSqliteAsync();
}

public sealed class PostgresComponentTests : ComponentContract
{
    private protected override Task<DatabaseSite> CreateSiteAsync() => NewPostgresAsync();
}
