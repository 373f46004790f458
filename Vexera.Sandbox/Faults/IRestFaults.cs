namespace Vexera.Sandbox.Faults;

/// <summary>What REST asks before it serves a request.</summary>
internal interface IRestFaults
{
    /// <summary>The fault that hits this request, used up by one; null when none does.</summary>
    /// <param name="route">Method and route template, such as <c>POST /channels/{channel_id}/messages</c>.</param>
    /// <param name="isBot">Whether a bot makes it.</param>
    RestFault? Take(string route, bool isBot);
}
