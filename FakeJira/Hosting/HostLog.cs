using Microsoft.Extensions.Logging;

namespace FakeJira.Hosting;

/// <summary>What a server tells the log of its host.</summary>
internal static partial class HostLog
{
    [LoggerMessage(1, LogLevel.Warning, "{Line}")]
    public static partial void Mapping(ILogger logger, string line);

    [LoggerMessage(2, LogLevel.Debug, "{Line}")]
    public static partial void Request(ILogger logger, string line);
}
