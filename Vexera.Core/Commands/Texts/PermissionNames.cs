using System.Globalization;
using Vexera.Core.Discord.Permissions;

namespace Vexera.Core.Commands.Texts;

/// <summary>Permissions by the names that Discord's settings show.</summary>
internal static class PermissionNames
{
    private static readonly TextSet Set = new(typeof(PermissionNames));

    /// <summary>The names of all bits that are set, in bold, with commas between; a bit without a name is shown by its number.</summary>
    public static Text Of(Permission permissions)
    {
        Text? list = null;
        for (var bits = (ulong)permissions; bits != 0; bits &= bits - 1)
        {
            var bit = (Permission)(bits & ~(bits - 1));
            var name = Enum.IsDefined(bit) ? Set.Plain(bit.ToString()) : Set.With([((ulong)bit).ToString(CultureInfo.InvariantCulture)], "Unnamed");
            list = list is null ? Set.With([name], "One") : Set.With([list, name], "Several");
        }

        return list ?? Set.Plain(nameof(Permission.None));
    }
}
