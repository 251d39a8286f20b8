using Microsoft.Playwright;

namespace FakeJira.BrowserTests;

/// <summary>What a person does on the dashboard reaches the site.</summary>
public sealed class ActionTests
{
    [Test]
    public async Task Voting_is_switched_off_and_everybody_is_told_so()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Switches");

        await dashboard.Page.GetByRole(AriaRole.Switch, new() { Name = "jira.votingEnabled" }).ClickAsync();

        await dashboard.SeeAsync("Voting is off");
        fake.Jira.VotingEnabled.ShouldBeFalse();
    }

    [Test]
    public async Task A_profile_and_a_single_switch_are_chosen()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Switches");

        await dashboard.PressAsync("observed");
        await dashboard.SeeAsync("what the live services were seen to do");
        fake.Settings["removeMissingVote"].ShouldBe("204");
        await dashboard.Page.GetByRole(AriaRole.Group, new() { Name = "removeMissingVote" }).GetByRole(AriaRole.Button, new() { Name = "404" }).ClickAsync();

        await dashboard.SeeAsync("Some are as documented");
        fake.Settings["removeMissingVote"].ShouldBe("404");
    }

    [Test]
    public async Task A_vote_is_cast_as_somebody_and_withdrawn()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues/MKY-2");

        await dashboard.Page.GetByLabel("Cast a vote as").FillAsync("emma");
        await dashboard.PressAsync("Vote");

        await dashboard.SeeAsync("Emma Richards has voted for MKY-2.");
        fake.Jira.VotersOf("MKY-2").Select(user => user.DisplayName).ShouldBe(["Emma Richards"]);
        await dashboard.PressAsync("Withdraw the vote of Emma Richards");
        await dashboard.SeeAsync("The vote of Emma Richards is withdrawn.");
        fake.Jira.VotersOf("MKY-2").ShouldBeEmpty();
    }

    [Test]
    public async Task Who_types_a_name_is_not_interrupted_by_what_others_change()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues/MKY-2");
        var name = dashboard.Page.GetByLabel("Cast a vote as");

        await name.PressSequentiallyAsync("em");
        fake.Jira.Vote("MKY-2", fake.Jira.AddUser("Zoe Winter"));
        await Assertions.Expect(dashboard.Page.GetByRole(AriaRole.Heading, new() { Name = "1 vote", Exact = true })).ToBeVisibleAsync();
        await dashboard.Page.Keyboard.TypeAsync("ma");

        await Assertions.Expect(name).ToHaveValueAsync("emma");
    }

    [Test]
    public async Task Whoever_is_not_one_person_casts_no_vote()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake, "__fakejira/#/default/issues/MKY-2");

        await dashboard.Page.GetByLabel("Cast a vote as").FillAsync("nobody at all");
        await dashboard.PressAsync("Vote");
        await dashboard.SeeAsync("Nobody of that name.");
        await dashboard.Page.GetByLabel("Cast a vote as").FillAsync("example.com");
        await dashboard.PressAsync("Vote");
        await dashboard.SeeAsync("Several are meant:");

        fake.Jira.VotersOf("MKY-2").ShouldBeEmpty();
    }

    [Test]
    public async Task A_poll_gets_a_vote_and_a_proposal_a_panelists_vote()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        var endpoint = fake.Polls.AddEndpoint();
        var poll = endpoint.AddPoll("PLAT-1", title: "Lunch?", options: ["Pizza", "Salad"]);
        var ann = fake.IdeaBank.AddPanelist(id: "ann");
        fake.IdeaBank.AddProposal("p-1", title: "Dark mode");
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.ShowAsync("Polls");
        await dashboard.PressAsync("One more vote for Salad");
        await dashboard.SeeAsync("1 · 100%");
        endpoint.PollsOf("PLAT-1").Single().Results.Votes.Values.Sum().ShouldBe(1);
        await dashboard.ShowAsync("Ideas");
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "Dark mode" }).ClickAsync();
        await dashboard.PressAsync("against");

        await dashboard.SeeAsync("ann: against.");
        fake.IdeaBank.VotesOn("p-1")[ann].ShouldBe(-1);
        poll.Id.ShouldNotBeEmpty();
    }

    [Test]
    public async Task The_clock_is_frozen_advanced_and_set()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        fake.Clock.Freeze(new DateTimeOffset(2026, 1, 31, 12, 0, 0, TimeSpan.Zero));
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Clock");

        await dashboard.PressAsync("+ 1 hour");
        await dashboard.SeeAsync("2026-01-31 13:00:00");
        fake.Clock.Now.Hour.ShouldBe(13);
        await dashboard.Page.GetByLabel("Advance by").FillAsync("00:00:30");
        await dashboard.PressAsync("Advance");
        await dashboard.SeeAsync("2026-01-31 13:00:30");
        await dashboard.Page.GetByLabel("Date and time").FillAsync("2030-06-01T08:00:00Z");
        await dashboard.PressAsync("Set");
        await dashboard.SeeAsync("Clock frozen at 2030-06-01 08:00:00");
        fake.Clock.Now.Year.ShouldBe(2030);
        await dashboard.PressAsync("Let it run");
        await dashboard.SeeAsync("UTC, running");
        fake.Clock.IsFrozen.ShouldBeFalse();
    }

    [Test]
    public async Task A_ready_made_fault_is_switched_on_and_removed()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Faults");

        await dashboard.PressAsync("Switch on jira.outage");

        await dashboard.SeeAsync("1 active fault");
        (await fake.CreateClient().GetAsync(new Uri("rest/api/3/issue/MKY-1/votes", UriKind.Relative))).StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable);
        await dashboard.PressAsync("Remove all");
        await dashboard.SeeAsync("Nothing goes wrong");
        fake.Faults.All.ShouldBeEmpty();
    }

    [Test]
    public async Task A_fault_of_ones_own_is_added_and_a_mistaken_one_refused_with_what_the_api_said()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Faults");

        await dashboard.Page.GetByLabel("Operation").FocusAsync();
        await Assertions.Expect(dashboard.Page.Locator("#fault-operations option[value='jira.votes.add']")).ToHaveCountAsync(1);
        await dashboard.Page.GetByLabel("Operation").FillAsync("jira.votes.ad");
        await dashboard.Page.GetByLabel("Error").SelectOptionAsync("jira.rate-limited");
        await dashboard.Page.GetByLabel("Times").FillAsync("2");
        await dashboard.PressAsync("Add fault");
        await Dashboard.See(dashboard.Page.GetByRole(AriaRole.Alert).GetByText("did you mean").First);
        fake.Faults.All.ShouldBeEmpty();
        await dashboard.Page.GetByLabel("Operation").FillAsync("jira.votes.add");
        await dashboard.PressAsync("Add fault");

        await dashboard.SeeAsync("1 active fault");
        fake.Faults.All.Single().TimesLeft.ShouldBe(2);
    }

    [Test]
    public async Task A_mapping_is_switched_off_and_on_and_removed()
    {
        await using var fake = await FakeJiraServer.StartAsync();
        using var mapping = new StringContent("""{"Title": "Hello", "Request": {"Path": "/hello"}, "Response": {"Body": "hi"}}""");
        await fake.CreateClient().PostAsync(new Uri("__fakejira/sites/default/mappings?file=hello.json", UriKind.Relative), mapping);
        await using var dashboard = await Chromium.OpenAsync(fake);
        await dashboard.ShowAsync("Mappings");
        var on = dashboard.Page.GetByRole(AriaRole.Switch).First;

        await on.ClickAsync();
        await dashboard.SeeAsync("does not answer now.");
        (await StatusAsync(fake, "hello")).ShouldBe(404);
        await on.ClickAsync();
        await dashboard.SeeAsync("#0 answers now.");
        (await StatusAsync(fake, "hello")).ShouldBe(200);
        await dashboard.Page.GetByRole(AriaRole.Link, new() { Name = "hello.json" }).ClickAsync();
        await dashboard.SeeAsync("\"Body\": \"hi\"");
        await dashboard.PressAsync("Remove from this site");

        await dashboard.SeeAsync("is removed from this site.");
        (await StatusAsync(fake, "hello")).ShouldBe(404);
    }

    [Test]
    public async Task A_reset_is_asked_for_twice_and_brings_back_the_seed()
    {
        await using var fake = await FakeJiraServer.StartAsync(new() { Seed = "vendor" });
        fake.Jira.VotingEnabled = false;
        await using var dashboard = await Chromium.OpenAsync(fake);

        await dashboard.PressAsync("Reset");
        await dashboard.PressAsync("Cancel");
        fake.Jira.VotingEnabled.ShouldBeFalse();
        await dashboard.PressAsync("Reset");
        await dashboard.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Reset" }).ClickAsync();

        await dashboard.SeeAsync("Back to what the site started with.");
        fake.Jira.VotingEnabled.ShouldBeTrue();
    }

    private static async Task<int> StatusAsync(FakeJiraServer fake, string path)
    {
        using var answer = await fake.CreateClient().GetAsync(new Uri(path, UriKind.Relative));
        return (int)answer.StatusCode;
    }
}
