using Vexera.Core.Commands.Texts;

namespace Vexera.Core.Commands.Checks;

/// <summary>Why a call is not carried out.</summary>
/// <param name="Outcome">One word for the meter.</param>
/// <param name="Message">What exactly is missing.</param>
/// <param name="QuietOnPrefix">Whether the prefix form stays without an answer; the slash form is always answered, to the caller only.</param>
internal sealed record Refusal(string Outcome, Text Message, bool QuietOnPrefix = false);
