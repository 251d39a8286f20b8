using FakeJira.Polls.World;
using FakeJira.Stubs;

namespace FakeJira.Polls;

/// <summary>The polls of a site: what a test arranges before, and looks at after, its client has called.</summary>
public sealed class PollsSite
{
    private const int EndpointIdLength = 27;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private readonly Site _site;

    internal PollsSite(Site site) => _site = site;

    /// <summary>Every switch of the contract.</summary>
    public PollsSettings Settings
    {
        get => _site.Read(PollsContract.World).Settings;
        set
        {
            PollsSwitches.Check(value);
            _site.Replace(PollsContract.World, world => world with { Settings = value });
        }
    }

    /// <summary>The endpoints there are, by id.</summary>
    public IReadOnlyList<PollEndpoint> Endpoints => [.. _site.Read(PollsContract.World).Installations.Values.Select(installation => new PollEndpoint(_site, installation))];

    /// <summary>Adds an installation of the app with an endpoint and a token for it; what is not said is made up.</summary>
    /// <param name="product">Whose polls they are.</param>
    /// <param name="id">The last part of the endpoint's address.</param>
    /// <param name="token">The access token.</param>
    /// <param name="workspaces">The workspaces that the token is good for; null for any.</param>
    /// <exception cref="FakeJiraException">There is an endpoint of that id, or a value cannot be one.</exception>
    public PollEndpoint AddEndpoint(PollProduct product = PollProduct.Jira, string? id = null, string? token = null, IEnumerable<string>? workspaces = null)
    {
        Mistake.If(!Enum.IsDefined(product), $"There is no product {product}; there are: {string.Join(", ", Enum.GetNames<PollProduct>())}.");
        Mistake.If(id is not null && (id.Length == 0 || id.Contains('/', StringComparison.Ordinal)), $"'{id}' is no endpoint id; expected one path segment such as xs2i4ODeo611kO2x4adU6sCYcqM.");
        PollEndpoint.CheckToken(token);
        var scope = workspaces is null ? null : Mistake.NoNull(workspaces);
        return _site.Change(PollsContract.World, world =>
        {
            Mistake.If(id is not null && world.Find(id) is not null, $"There is an endpoint '{id}' already; choose another id, or take it with Endpoint(\"{id}\").");
            var access = new AccessToken(token ?? _site.Random.NextGuid().ToString(), AccessToken.Scope(scope));
            var installation = new Installation(id ?? NewEndpointId(), product).With(access);
            return (world.With(installation), new PollEndpoint(_site, installation, access.Value));
        });
    }

    /// <summary>An endpoint that is there, for example of a seed.</summary>
    /// <exception cref="FakeJiraException">There is none of that id.</exception>
    public PollEndpoint Endpoint(string id) => new(_site, PollEndpoint.Known(_site.Read(PollsContract.World), id));

    /// <summary>Removes an endpoint with its tokens and polls: 404 from now on (POLLS-ENDPOINT-404).</summary>
    /// <exception cref="FakeJiraException">There is none of that id.</exception>
    public void DeleteEndpoint(string id) => _site.Replace(PollsContract.World, world => world.Without(PollEndpoint.Known(world, id)));

    private string NewEndpointId() => string.Create(EndpointIdLength, _site.Random, static (id, random) =>
    {
        foreach (ref var letter in id)
        {
            letter = Letters[(int)random.NextInteger(0, Letters.Length - 1)];
        }
    });
}
