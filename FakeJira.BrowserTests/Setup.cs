[assembly: Parallelizable(ParallelScope.All)]
[assembly: LevelOfParallelism(2)]
[assembly: FixtureLifeCycle(LifeCycle.InstancePerTestCase)]

namespace FakeJira.BrowserTests;

/// <summary>One browser for all tests; each has a context of its own.</summary>
[SetUpFixture]
public sealed class Setup
{
    [OneTimeTearDown]
    public Task Close() => Chromium.CloseAsync();
}
