using System.Globalization;
using FakeJira.Stubs;
using FakeJira.Stubs.Matching;

namespace FakeJira.Tests.Stubs.Matching;

public class OperationRoutesTests
{
    private static readonly string Long = string.Concat(Enumerable.Range(0, 40).Select(number => $"/{{v{number}}}"));

    /// <summary>What could be taken for one another, the vaguer first.</summary>
    private readonly OperationRoutes _routes = new(
    [
        new Contract("test", "", [.. new[] { "GET /a/{id}", "PUT /a/{id}", "GET /a/list", "GET /b/{any}", "GET /b/{some:1|2}", "GET /c/{some:1|2}", "GET /d/{*rest}", "GET /{x}/{y}", "GET /{x}/list", "GET " + Long }.Select(Of)])
        {
            NotServed = [new("PUT", "/a/list"), new("POST", "/a/list")],
        },
    ]);

    [TestCase("/a/list", "/a/list", "")]
    [TestCase("/a/%6Cist", "/a/list", "")]
    [TestCase("/a/1%202", "/a/{id}", "1 2")]
    [TestCase("/b/1", "/b/{some:1|2}", "1")]
    [TestCase("/b/2", "/b/{some:1|2}", "2")]
    [TestCase("/b/3", "/b/{any}", "3")]
    [TestCase("/c/2", "/c/{some:1|2}", "2")]
    [TestCase("/c/3", "/{x}/{y}", "c,3")]
    [TestCase("/e/list", "/{x}/list", "e")]
    [TestCase("/d", "/d/{*rest}", "")]
    [TestCase("/d/x/y%20z/", "/d/{*rest}", "x/y z/")]
    public void The_most_exact_path_is_taken_and_its_values_are_decoded(string path, string operation, string values)
    {
        var route = _routes.Find(path, "GET").Route.ShouldNotBeNull();

        route.Operation.Path.ShouldBe(operation);
        string.Join(',', route.Names.Select(route.Value)).ShouldBe(values);
    }

    [TestCase("GET", "/a")]
    [TestCase("PUT", "/a/list")]
    [TestCase("POST", "/a/list")]
    public void What_is_not_served_has_no_route(string method, string path) => _routes.Find(path, method).Route.ShouldBeNull();

    [Test]
    public void A_value_beside_what_is_not_served_is_taken() => _routes.Find("/a/other", "PUT").Route.ShouldNotBeNull();

    [Test]
    public void A_path_can_have_any_number_of_values()
    {
        var sent = Enumerable.Range(100, 40).Select(number => number.ToString(CultureInfo.InvariantCulture)).ToList();

        var route = _routes.Find("/" + string.Join('/', sent), "GET").Route.ShouldNotBeNull();

        route.Names.Select(route.Value).ShouldBe(sent);
    }

    private static Operation Of(string line) => new(line, line.Split(' ')[0], line.Split(' ')[1], "", [], _ => StubResponse.Text(200, "", "text/plain"));
}
