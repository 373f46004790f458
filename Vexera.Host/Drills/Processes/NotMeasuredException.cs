namespace Vexera.Host.Drills.Processes;

/// <summary>Something that measuring needs did not work.</summary>
/// <param name="message">What, in words for a person.</param>
internal sealed class NotMeasuredException(string message) : Exception(message);
