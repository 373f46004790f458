using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Vexera.Core;

/// <summary>How a room declares its settings.</summary>
internal static class SettingsRegistration
{
    /// <summary>
    /// Reads <typeparamref name="TOptions"/> from the section at <paramref name="path"/> and makes it known, so that the host
    /// checks it at start and at every reload, names unknown keys, and the tests hold appsettings.json and its schema to it.
    /// Rules for one value are data annotations on its property; rules across values are an
    /// <see cref="IValidateOptions{TOptions}"/>. Every property wants a summary that says what it is, its range and whether it
    /// is read at start or followed while running (<see cref="IOptionsMonitor{TOptions}"/>).
    /// </summary>
    /// <typeparam name="TOptions">A class of settable properties whose initial values are the defaults.</typeparam>
    /// <param name="services">Where to register.</param>
    /// <param name="path">The section's path; a path is declared once.</param>
    public static OptionsBuilder<TOptions> AddSettings<TOptions>(this IServiceCollection services, string path)
        where TOptions : class
    {
        services.AddSingleton(new SettingsSection(path, typeof(TOptions), CrossCheck<TOptions>));
        return services.AddOptions<TOptions>().BindConfiguration(path);
    }

    private static IEnumerable<string> CrossCheck<TOptions>(IServiceProvider services, object options)
        where TOptions : class =>
        services.GetServices<IValidateOptions<TOptions>>()
            .Select(validator => validator.Validate(Options.DefaultName, (TOptions)options))
            .Where(result => result.Failed)
            .SelectMany(result => result.Failures ?? []);
}
