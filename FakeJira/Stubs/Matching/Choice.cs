namespace FakeJira.Stubs.Matching;

/// <summary>Chooses who answers a request whose route is known.</summary>
internal static class Choice
{
    private const int ClaimAttempts = 1000;

    /// <summary>The best stub that matches and, where it can be taken only so often, was taken; null when nothing answers.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="after">Only stubs that are asked after this one are meant: what would answer if it were not there.</param>
    public static Stub? Of(StubRequest request, Stub? after = null)
    {
        for (var attempt = 0; attempt < ClaimAttempts; attempt++)
        {
            request.ScenariosSeen = request.Site.Scenarios.Snapshot;
            var stub = request.Site.Stubs.Table.Pick(request, request.Reached, after);
            if (stub is null || !stub.NeedsClaim || Claimed(stub, request))
            {
                return stub ?? request.Reached;
            }
        }

        return request.Reached;
    }

    /// <summary>Apart, so that only a request that claims something pays for the closure.</summary>
    private static bool Claimed(Stub stub, StubRequest request) => request.Site.Locked(() => stub.TryClaim(request));
}
