namespace FakeJira;

/// <summary>
/// One connection pool for the clients of all servers; ports differ, so nothing is shared between them. Apart, so that a server nobody makes a client of does
/// not load what clients need.
/// </summary>
internal static class SharedSockets
{
    public static readonly SocketsHttpHandler Handler = new() { UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
}
