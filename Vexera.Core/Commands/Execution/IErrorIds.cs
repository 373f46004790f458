using System.Security.Cryptography;

namespace Vexera.Core.Commands.Execution;

/// <summary>Makes the short ids by which a person's report finds a log line.</summary>
internal interface IErrorIds
{
    /// <summary>A new id.</summary>
    string Next();
}

/// <summary>Six random letters and digits that are hard to confuse.</summary>
internal sealed class RandomErrorIds : IErrorIds
{
    /// <inheritdoc/>
    public string Next() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 6);
}
