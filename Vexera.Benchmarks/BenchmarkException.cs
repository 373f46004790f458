namespace Vexera.Benchmarks;

/// <summary>Something that measuring needs did not work.</summary>
/// <param name="message">What, in words for a person.</param>
internal sealed class BenchmarkException(string message) : Exception(message);
