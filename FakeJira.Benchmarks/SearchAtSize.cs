using System.Diagnostics;
using FakeJira.Jira;
using FakeJira.Jira.Search;
using FakeJira.Jira.World;
using FakeJira.Seeding.Generating;
using FakeJira.Stubs;

namespace FakeJira.Benchmarks;

/// <summary>The search on a large site, through the code that the operations call: 100,000 issues, 10,000 users, 1,000,000 votes.</summary>
internal static class SearchAtSize
{
    private const int Issues = 100_000;
    private const int Users = 10_000;
    private const int VotesOfAnIssue = 10;
    private const int NamedUsers = 1000;
    private const int Repetitions = 15;
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Queries =
    [
        "key = P7-70", "id = 10070", "key in (P7-70, P8-71, P9-72)", "voter = currentUser()", "issue in votedIssues() order by created", "project = P7",
        "votes >= 10", "summary ~ nowhere", "text ~ \"the driv*\"", "text ~ \"w?rds nowhere\"", "created >= -5d order by updated desc", "assignee is empty and status = Done order by priority, key",
        "project is not empty order by summary", "voter != currentUser() or reporter in membersOf(many)",
    ];

    public static int Run()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var world = World();
        Console.WriteLine($"made in {watch.Elapsed.TotalSeconds:F1} s; {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1024.0 / 1024.0:F0} MB");
        watch.Restart();
        for (var vote = 0; vote < 1000; vote++)
        {
            world = IssueVotes.Cast(world, world.Users[$"user-{vote}"], $"{10001 + (vote * 37)}").World;
        }

        Console.WriteLine($"a vote: {watch.Elapsed.TotalMicroseconds / 1000:F1} us");
        foreach (var jql in Queries)
        {
            Measure(world, jql);
        }

        return 0;
    }

    private static void Measure(JiraWorld world, string jql)
    {
        var times = new double[Repetitions];
        var found = 0;
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            var watch = Stopwatch.StartNew();
            var context = new SearchContext(world, world, world.Users["user-1"], Now);
            var query = CompiledQuery.Compile(jql, context).Query!;
            found = IssueSearch.Page(context, query, 50, null).Issues.Count;
            times[repetition] = watch.Elapsed.TotalMilliseconds;
        }

        Array.Sort(times);
        Console.WriteLine($"{times[Repetitions / 2],9:F3} ms (best {times[0]:F3}) {found,3} of a page of 50: {jql}");
    }

    /// <summary>Projects and users that the queries name; the rest is made up.</summary>
    private static JiraWorld World()
    {
        var sites = new Sites([JiraContract.Contract], new SiteOptions(1, TimeProvider.System, null, 0), _ => { });
        sites.Default.Replace(JiraContract.World, world =>
        {
            world = Enumerable.Range(0, NamedUsers).Aggregate(world, (known, user) => known.With(new User($"user-{user}", $"User {user}", $"user{user}@example.com") { Groups = user % 3 == 0 ? ["many"] : [] }));
            return Enumerable.Range(0, 100).Aggregate(world, (known, project) => known.With(new Project(10000 + project, $"P{project}", $"Project {project}")));
        });
        Generator.Fill(sites.Default, new() { Users = Users - NamedUsers, Issues = Issues, Votes = Issues * VotesOfAnIssue }, (_, message) => throw new InvalidOperationException(message));
        return sites.Default.Read(JiraContract.World);
    }
}
