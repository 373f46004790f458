namespace Vexera.Host.Doctor;

/// <summary>Registers what the doctor looks at.</summary>
internal static class DoctorRegistration
{
    /// <summary>Adds the examinations in their order: what later ones need comes first.</summary>
    public static IServiceCollection AddDoctor(this IServiceCollection services) => services
        .AddSingleton<DoctorOffice>()
        .AddSingleton<DiscordGreeting>()
        .AddSingleton<IExamination, StorageExamination>()
        .AddSingleton<IExamination, DiskExamination>()
        .AddSingleton<IExamination, AddressExamination>()
        .AddSingleton<IExamination, ReachExamination>()
        .AddSingleton<IExamination, ClockExamination>()
        .AddSingleton<IExamination, TokenExamination>()
        .AddSingleton<IExamination, IntentsExamination>()
        .AddSingleton<IExamination, PermissionsExamination>()
        .AddSingleton<IExamination, GatewayExamination>()
        .AddSingleton<IExamination, BudgetExamination>();
}
