namespace Vexera.Host.Dashboard;

/// <summary>
/// Routes that another room adds to the dashboard's web server; register it in the bot's services. They are mapped at start,
/// before any page is loaded, so what they touch there counts towards the memory of an idle bot. Who asks for them has to send
/// <c>Authorization: Bearer &lt;AdminKey&gt;</c> where the dashboard has a login.
/// </summary>
internal interface IDashboardRoutes
{
    /// <summary>Maps the routes.</summary>
    /// <param name="routes">The server; its container holds nothing of the bot, so handlers close over what they need.</param>
    void Map(IEndpointRouteBuilder routes);
}
