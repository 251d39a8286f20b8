using System.Net.Http.Headers;
using System.Text;

namespace FakeJira.Tests.Commands;

/// <summary>The third door: the standalone program, asked what the vendor's page shows.</summary>
public sealed class StandaloneTests
{
    private const string Votes = "/rest/api/3/issue/MKY-1/votes";

    [Test]
    public async Task The_requests_of_the_vendors_page_get_its_answers()
    {
        using var program = await RunningProgram.StartAsync();
        using var mia = Client(program, "mia@example.com:mia-token");
        using var anybody = Client(program, null);

        var votes = await Answer.Of(mia, "GET", Votes);
        (votes.Status, votes.Rule).ShouldBe((200, "JIRA-VOTES-GET-200, JIRA-AUTH-BASIC"));
        votes.Body.ShouldStartWith($$"""{"self":"{{program.Address}}rest/api/3/issue/MKY-1/votes","votes":24,"hasVoted":true,"voters":[{"self":""");
        (await Answer.Of(mia, "POST", "/rest/api/3/issue/MKY-2/votes")).ShouldBe(new(204, "JIRA-VOTES-ADD-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(mia, "DELETE", "/rest/api/3/issue/MKY-2/votes")).ShouldBe(new(204, "JIRA-VOTES-DELETE-204, JIRA-AUTH-BASIC", ""));
        (await Answer.Of(anybody, "GET", Votes)).Rule.ShouldBe("JIRA-VOTES-GET-NO-VOTERS-200, JIRA-AUTH-ANONYMOUS");
        (await Answer.Of(mia, "GET", "/rest/api/3/issue/MKY-99/votes")).Rule.ShouldBe("JIRA-ISSUE-404, JIRA-AUTH-BASIC");
        (await Answer.Of(Client(program, "mia@example.com:wrong"), "GET", Votes)).Rule.ShouldBe("JIRA-AUTH-FAILED-401");

        using var off = new StringContent("""{"jira.votingEnabled": false}""");
        (await Answer.Of(anybody, "PATCH", "/__fakejira/sites/default/settings", off)).Status.ShouldBe(200);
        (await Answer.Of(mia, "POST", Votes)).Rule.ShouldBe("JIRA-VOTES-DISABLED-404, JIRA-AUTH-BASIC");

        (await program.InterruptAsync()).ShouldBe((0, "FakeJira ends.\n"));
    }

    [Test]
    public async Task It_greets_with_what_it_serves_and_what_to_try()
    {
        using var program = await RunningProgram.StartAsync("--contracts", "jira");

        var url = program.Address.ToString().TrimEnd('/');
        program.Greeting[0].ShouldBe($"FakeJira listens on {url}");
        program.Greeting[1].ShouldStartWith("  jira      Jira Cloud: ");
        program.Greeting.ShouldContain($"  curl -u mia@example.com:mia-token {url}/rest/api/3/issue/MKY-1/votes");
        program.Greeting.Count(line => line.StartsWith("  curl ", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Test]
    public async Task HTTPS_is_trusted_by_who_was_given_the_certificate()
    {
        var file = Path.Combine(Path.GetTempPath(), $"fakejira-{TestContext.CurrentContext.Test.ID}.pem");
        using var program = await RunningProgram.StartAsync("--https-port", "0", "--certificate-file", file, "--public-url", "https://your-domain.atlassian.net");
        var address = program.Greeting[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2].TrimEnd(',');
        using var trusting = new SocketsHttpHandler();
        trusting.SslOptions.CertificateChainPolicy = new() { TrustMode = System.Security.Cryptography.X509Certificates.X509ChainTrustMode.CustomRootTrust, RevocationMode = System.Security.Cryptography.X509Certificates.X509RevocationMode.NoCheck };
        trusting.SslOptions.CertificateChainPolicy.CustomTrustStore.ImportFromPemFile(file);
        using var client = new HttpClient(trusting) { BaseAddress = new Uri(address) };

        (await Answer.Of(client, "GET", "/rest/api/3/issue/MKY-2/votes")).Body.ShouldBe("""{"self":"https://your-domain.atlassian.net/rest/api/3/issue/MKY-2/votes","votes":0,"hasVoted":false,"voters":[]}""");
        File.Delete(file);
    }

    [TestCase("--prot 8", "Unknown switch '--prot'; did you mean '--port'?")]
    [TestCase("serv", "Unknown command 'serv'; did you mean 'serve'?")]
    [TestCase("--port 99999", "--port 99999 is out of range; expected 0 (any free port) to 65535.")]
    [TestCase("--port x", "--port takes a whole number, not 'x'.")]
    [TestCase("--seed /no/such/file.json", "Cannot read the seed '/no/such/file.json': Could not find a part of the path '/no/such/file.json'. Expected 'empty', 'vendor' or a state document.")]
    [TestCase("--set removeMissingVote=500", "The switch removeMissingVote takes 404 or 204, not '500'.")]
    [TestCase("--profile live", "The profile is 'documented' or 'observed', not 'live'.")]
    [TestCase("--mappings /no/such/folder", "The folder of mappings '/no/such/folder' is not there; create it, or leave the switch out for the built-in ones.")]
    [TestCase("--public-url nowhere", "The public URL 'nowhere' is none; expected one such as https://your-domain.atlassian.net.")]
    public async Task A_mistake_is_one_line_and_exit_code_2(string arguments, string message)
    {
        var (exitCode, output, errors) = await RunningProgram.RunAsync(arguments.Split(' '));

        (exitCode, output, errors).ShouldBe((2, "", message + "\n"));
    }

    [Test]
    public async Task A_broken_seed_is_named_with_line_and_column()
    {
        var file = Path.Combine(Path.GetTempPath(), $"fakejira-{TestContext.CurrentContext.Test.ID}.json");
        await File.WriteAllTextAsync(file, "{\n  \"jira\": { \"isues\": [] }\n}\n");

        var (exitCode, _, errors) = await RunningProgram.RunAsync("--seed", file);

        exitCode.ShouldBe(2);
        errors.ShouldStartWith($"{file}(2,13): error: Unknown member 'isues'; did you mean 'issues'? [jira.isues]\n");
        File.Delete(file);
    }

    [Test]
    public async Task Two_servers_cannot_share_a_port()
    {
        await using var first = await FakeJiraServer.StartAsync();

        var (exitCode, _, errors) = await RunningProgram.RunAsync("--port", first.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture));

        (exitCode, errors).ShouldBe((2, $"Cannot listen on 127.0.0.1:{first.BaseAddress.Port}: Address already in use. Choose another port, or 0 for any free one.\n"));
    }

    private static HttpClient Client(RunningProgram program, string? credentials)
    {
        var client = new HttpClient { BaseAddress = program.Address };
        client.DefaultRequestHeaders.Authorization = credentials is null ? null : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return client;
    }
}
