namespace Vexera.Host.Drills.Scenarios;

/// <summary>A length of time that may be below zero; all others of verbs and promises may not.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class SignedAttribute : Attribute;
