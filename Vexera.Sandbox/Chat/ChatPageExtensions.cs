using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;
using Vexera.Sandbox.Assets;
using Vexera.Sandbox.Chat.Api;
using Vexera.Sandbox.Chat.Components;
using Vexera.Sandbox.Chat.Live;
using Vexera.Sandbox.Chat.Session;

namespace Vexera.Sandbox.Chat;

/// <summary>Adds the chat page to the sandbox's web application.</summary>
internal static class ChatPageExtensions
{
    /// <summary>Registers what the page needs.</summary>
    public static IServiceCollection AddChatPage(this IServiceCollection services)
    {
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(o => o.XmlRepository = new MemoryKeys());
        services.Configure<LoggerFilterOptions>(o => o.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddMudServices();
        services.AddSingleton<IChatWorld, SandboxChatWorld>();
        services.AddHttpClient<ApiHttp>((provider, http) => http.BaseAddress = OwnAddress.Of(provider));
        services.AddTransient<MessageApi>().AddTransient<GuildApi>().AddTransient<ControlApi>();
        services.AddScoped<ChatSession>().AddScoped<MessageActions>().AddScoped<InteractionDesk>().AddScoped<CommandMenu>().AddScoped<GuildActions>();
        return services;
    }

    /// <summary>Maps the page at <c>/</c> with its scripts and styles.</summary>
    public static void MapChatPage(this WebApplication app)
    {
        app.UseAntiforgery();
        app.MapWebAssets(typeof(ChatPageExtensions).Assembly);
        app.MapRazorComponents<ChatDocument>().AddInteractiveServerRenderMode();
    }
}
