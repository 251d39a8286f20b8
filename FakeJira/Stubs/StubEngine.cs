using System.Diagnostics;
using System.Text.Json;
using FakeJira.Stubs.Checking;
using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Noting;

namespace FakeJira.Stubs;

/// <summary>The one engine behind every door: chooses the site, picks the stub, makes the answer, keeps the journal.</summary>
internal sealed class StubEngine
{
    private readonly Lazy<OperationRoutes> _system;
    private readonly OperationRoutes _routes;
    private readonly SitePrefixes _prefixes;

    /// <param name="system">What is asked before everything else and not noted in the journal: the admin and the control API.</param>
    /// <param name="routes">The vendors' APIs.</param>
    /// <param name="prefixes">Which path prefixes lead to which site.</param>
    public StubEngine(Lazy<OperationRoutes> system, OperationRoutes routes, SitePrefixes prefixes) => (_system, _routes, _prefixes) = (system, routes, prefixes);

    /// <summary>Told of every request after it was noted; null when nobody listens.</summary>
    public Action<string>? Log { get; init; }

    /// <summary>Refuses a request to the admin or control API, or lets it pass with null.</summary>
    public Func<StubRequest, StubResponse?> SystemGate { get; init; } = _ => null;

    /// <summary>The site that a path names, and what remains of the path; where it names none, the site of the door.</summary>
    /// <param name="rawPath">The path as it was sent.</param>
    /// <param name="door">The prefix of the site whose door it came through; empty for the default one.</param>
    public SiteChoice ChooseSite(string rawPath, string door = "")
    {
        var choice = _prefixes.Choose(rawPath);
        return door.Length == 0 || choice.Prefix.Length > 0 ? choice : _prefixes.Choose(door) with { Prefix = "", RawPath = rawPath };
    }

    /// <summary>Makes the answer and notes it; then waits as long as the answer says.</summary>
    public async ValueTask<StubResponse> AnswerAsync(StubRequest request, SiteChoice choice)
    {
        if (choice.Unknown is { } unknown)
        {
            var refusal = unknown(request);
            request.Site.Sites.Covered.Add(request, refusal);
            return refusal;
        }

        if (request.RawPath.StartsWith("/__", StringComparison.Ordinal) && System(request) is { } answer)
        {
            return answer;
        }

        var response = await NotedAsync(request).ConfigureAwait(false);
        var delay = response.Delay + request.Site.ProcessingDelay;
        if (delay > TimeSpan.Zero)
        {
            await request.Site.Clock.WaitAsync(request, delay, request.Aborted).ConfigureAwait(false);
        }

        request.Site.Sites.Covered.Add(request, response);
        return response;
    }

    /// <summary>Who would answer, and why: nothing is claimed or noted.</summary>
    public Explanation Explain(StubRequest request) => Explanation.Of(request, FindRoute(request));

    private StubResponse? System(StubRequest request)
    {
        var search = _system.Value.Find(request.RawPath, request.Method);
        (request.Route, request.AllowedMethods) = (search.Route, search.Allowed ?? (IReadOnlyList<string>)[]);
        if (search.Route is null && search.Territory is null)
        {
            return null;
        }

        try
        {
            return SystemGate(request) is { } refusal ? refusal : search.Route is { } route ? route.Operation.Callback(request) : search.Territory?.Unserved?.Invoke(request);
        }
        catch (Exception exception) when (!IsGivenUp(request, exception))
        {
            return Failure(request, exception);
        }
    }

    private async ValueTask<StubResponse> NotedAsync(StubRequest request)
    {
        var began = Stopwatch.GetTimestamp();
        request.Arrived = request.Site.Clock.RulesDelays ? request.Site.Clock.GetTimestamp() : null;
        Stub? stub = null;
        IReadOnlyList<NearMiss> closest = [];
        StubResponse response;
        try
        {
            request.Reached = FindRoute(request);
            stub = Choice.Of(request);
            closest = stub is null ? NearMiss.Of(request) : [];
            response = stub is null ? Unmatched.Answer(request, closest) : await stub.AnswerAsync(request).ConfigureAwait(false);
        }
        catch (Exception exception) when (!IsGivenUp(request, exception))
        {
            response = Failure(request, exception);
        }

        response = Finished(request, response.CutAfter(request.Method));
        response.StubName = stub?.Name ?? "";
        Note(request, response, stub, closest, Stopwatch.GetElapsedTime(began));
        Tell(request, response);
        return response;
    }

    private StubResponse Finished(StubRequest request, StubResponse response)
    {
        try
        {
            return request.Territory?.Finish is { } finish ? finish(request, response) : response;
        }
        catch (Exception exception)
        {
            return Failure(request, exception);
        }
    }

    private void Note(StubRequest request, StubResponse response, Stub? stub, IReadOnlyList<NearMiss> closest, TimeSpan took)
    {
        try
        {
            request.Site.Journal.Add(request, response, response.StubName, stub?.Id, closest, took);
        }
        catch (Exception exception)
        {
            // A test's own listener, for example: the answer is out of its hands.
            Log?.Invoke($"{request} was answered, but what follows the journal failed: {Secrets.Without(exception.ToString(), Secrets.In(request))}");
        }
    }

    private void Tell(StubRequest request, StubResponse response)
    {
        var notes = request.TakeNotes();
        if (Log is not { } log)
        {
            return;
        }

        log($"{request} -> {response.Status} {response.RuleHeader}");
        IReadOnlyList<string>? secrets = null;
        foreach (var note in notes)
        {
            log(Masked(note));
        }

        try
        {
            foreach (var remark in RequestCheck.Of(request, response).Where(remark => Finding.SeverityOf(remark.Kind) == FindingSeverity.Warning))
            {
                log(Masked($"  warning: {remark.Message}"));
            }
        }
        catch (Exception exception)
        {
            log($"{request} was answered, but cannot be looked at: {Masked(exception.ToString())}");
        }

        string Masked(string text) => Secrets.Without(text, secrets ??= Secrets.In(request));
    }

    /// <summary>The operation that a request reaches, or the contract's answer to what it does not serve.</summary>
    private Stub? FindRoute(StubRequest request)
    {
        var search = _routes.Find(request.RawPath, request.Method);
        (request.Route, request.AllowedMethods, request.Territory) = (search.Route, search.Allowed ?? (IReadOnlyList<string>)[], search.Territory);
        return search.Route?.Stub ?? search.Territory?.UnservedStub;
    }

    /// <summary>Whether it ended because the request did. What ends by a time of its own has failed: a client of a test that waits no longer throws the same.</summary>
    private static bool IsGivenUp(StubRequest request, Exception exception) => exception is OperationCanceledException && request.Aborted.IsCancellationRequested;

    private StubResponse Failure(StubRequest request, Exception exception)
    {
        // What fails quotes what it fails on, and that can be a secret of the request.
        Log?.Invoke($"{request} failed: {Secrets.Without(exception.ToString(), Secrets.In(request))}");
        return StatusText(500, exception.Message);
    }

    /// <summary>WireMock.Net's way to say what went wrong.</summary>
    internal static StubResponse StatusText(int status, string text) => new()
    {
        Status = status,
        Headers = [new("Content-Type", "application/json")],
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["Status"] = text }),
    };
}
