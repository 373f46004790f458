using NLog;
using NLog.Layouts;
using NLog.Targets;

namespace Vexera.Host.Logging;

/// <summary>What a target writes, without secrets: message, properties and exceptions alike.</summary>
/// <param name="inner">What the target would write.</param>
/// <param name="redactor">Knows the secrets.</param>
internal sealed class RedactingLayout(Layout inner, Redactor redactor) : Layout
{
    /// <summary>What the target would write; public, so that NLog sets it up.</summary>
    public Layout Inner { get; } = inner;

    /// <summary>Stands between every target of a factory and what it writes, now and after each reload of its configuration.</summary>
    public static void Guard(LogFactory factory, Redactor redactor)
    {
        Wrap(factory, redactor);
        factory.ConfigurationChanged += (_, _) => Wrap(factory, redactor);
    }

    /// <inheritdoc/>
    protected override string GetFormattedMessage(LogEventInfo logEvent) => redactor.Redact(Inner.Render(logEvent));

    private static void Wrap(LogFactory factory, Redactor redactor)
    {
        var open = factory.Configuration?.AllTargets.OfType<TargetWithLayout>().Where(target => target.Layout is not RedactingLayout).ToList() ?? [];
        foreach (var target in open)
            target.Layout = new RedactingLayout(target.Layout, redactor);
        if (open.Count > 0)
            factory.ReconfigExistingLoggers();
    }
}
