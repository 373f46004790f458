namespace Vexera.Core.Modules.Alerts;

/// <summary>Tells the bot's operator of alerts, in the channel and by the webhook that the section Alerts names.</summary>
public sealed class AlertsOptions : IModuleOptions
{
    /// <summary>Whether the module is on. Off, nothing is told; what fires is still found, logged and shown. Followed while running.</summary>
    public bool Enabled { get; set; } = true;
}
