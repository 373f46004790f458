using Microsoft.Extensions.DependencyInjection;
using Vexera.Sandbox.Gateway;
using Vexera.Sandbox.Rest.Interactions;
using Vexera.Sandbox.Rest.Routes;
using Vexera.Sandbox.Rest.Routing;

namespace Vexera.Sandbox.Rest;

/// <summary>All routes.</summary>
internal static class RestRoutes
{
    public static RestRouter Build(IServiceProvider services)
    {
        var routes = new RouteTable();
        MessageRoutes.Map(routes);
        Announcements.Map(routes);
        ReactionRoutes.Map(routes);
        PinRoutes.Map(routes);
        ChannelRoutes.Map(routes);
        OverwriteRoutes.Map(routes);
        GuildRoutes.Map(routes);
        GuildChannelRoutes.Map(routes);
        RoleRoutes.Map(routes);
        MemberRoutes.Map(routes);
        BanRoutes.Map(routes);
        AuditLogRoutes.Map(routes);
        UserRoutes.Map(routes);
        ApplicationRoutes.Map(routes);
        CommandRoutes.Map(routes);
        InviteRoutes.Map(routes);
        WebhookRoutes.Map(routes);
        WebhookMessageRoutes.Map(routes);
        ThreadRoutes.Map(routes);
        CommandMenuRoutes.Map(routes);
        var deadlines = services.GetRequiredService<InteractionDeadlines>();
        new GatewayRoutes(services.GetRequiredService<IGatewayDirectory>()).Map(routes);
        new InteractionRoutes(deadlines).Map(routes);
        new CallbackRoutes(deadlines).Map(routes);
        return routes.Router;
    }
}
