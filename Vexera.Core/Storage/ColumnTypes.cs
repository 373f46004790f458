using System.Data;
using System.Globalization;
using Dapper;
using Vexera.Core.Discord;

namespace Vexera.Core.Storage;

/// <summary>How our types stand in columns: ids as 64-bit integers, instants as Unix milliseconds.</summary>
internal static class ColumnTypes
{
    /// <summary>Tells Dapper, whose registry is the process's own.</summary>
    public static void Register()
    {
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new SnowflakeColumn());
        SqlMapper.AddTypeHandler(new InstantColumn());
    }

    private sealed class SnowflakeColumn : SqlMapper.TypeHandler<Snowflake>
    {
        public override void SetValue(IDbDataParameter parameter, Snowflake value) => Set(parameter, unchecked((long)value.Value));

        public override Snowflake Parse(object value) => new(unchecked((ulong)Convert.ToInt64(value, CultureInfo.InvariantCulture)));
    }

    private sealed class InstantColumn : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => Set(parameter, value.ToUnixTimeMilliseconds());

        public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private static void Set(IDbDataParameter parameter, long value)
    {
        parameter.DbType = DbType.Int64;
        parameter.Value = value;
    }
}
