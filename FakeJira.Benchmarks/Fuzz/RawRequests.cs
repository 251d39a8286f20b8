using System.Text;
using System.Text.RegularExpressions;
using FakeJira.Control;
using FakeJira.Stubs;
using FakeJira.Stubs.Admin;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>Requests to every route of every contract, admin and control, with values, headers and bodies that may make sense; some are spoilt afterwards.</summary>
internal static partial class RawRequests
{
    private static readonly Operation[] Operations = [.. Catalog.Contracts.SelectMany(contract => contract.Operations), .. ControlContract.Contract.Operations, .. AdminContract.Contract.Operations];

    /// <summary>Those that write and read files, which are few among the many and stand for more.</summary>
    private static readonly Operation[] OnFiles = [.. Operations.Where(operation => operation.Name is "admin.mappings.add" or "admin.mappings.save" or "admin.mappings.reload" || operation.Name.StartsWith("admin.files.", StringComparison.Ordinal) || operation.Name.StartsWith("control.provider", StringComparison.Ordinal))];

    private static readonly string[] FileNames = ["a.json", "body.txt", "link.txt", "twice.txt", "linked", "new.json", "new.txt", "sub", "sub%2Fb.json", "..%2Fkept.txt", "%2e%2e%2fkept.txt", "..%5Ckept.txt", "%2Fetc%2Fpasswd", ".a", "kept.txt%00", new('n', 256), "%F0%9F%8E%89.json", "con", "x:y"];

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "X"];

    private static readonly string[] Values =
    [
        "MKY-1", "MKY-2", "PLAT-254604", "SECRET-1", "MKY", "10000", "10001", "1", "0", "-1", "99999999999999999999", "default", "other", "p-abc123", "xs2i4ODeo611kO2x4adU6sCYcqM", "ee9107b5-5041-4c15-8c76-f14404fa1fad",
        "5b10a2844c20165700ede21g", "11111111-1111-4111-8111-111111111111", "jira", "polls", "rate-limit", "slow", "%", "%00", "%2F", "%ff", "%2e%2e", "..", "🎉", "a.json", "a b", "%20", "x",
    ];

    private static readonly string[] Queries =
    [
        "token=f991ebe3-2d93-4fd9-b8ee-4a1725c9f337&type=polls&workspace=PLAT&content=PLAT-254604", "pollId=ee9107b5-5041-4c15-8c76-f14404fa1fad", "expand=results", "expand=changelog,votes", "fields=*all,-votes", "startAt=1&maxResults=-1",
        "maxResults=99999999999", "jql=project%20=%20MKY%20order%20by%20votes", "jql=%22", "nextPageToken=AAAA", "accountId=5b10a2844c20165700ede21g", "query=m", "limit=0", "cursor=x", "sort=votes", "status=open", "seed=true",
        "reloadStaticMappings=true", "site=other", "operation=jira.votes.get", "since=5", "a=%ff&=&&", "projectKeys=MKY", "deleteSubtasks=true", "path=/x", "filename=..%2Fx", "permissions=BROWSE_PROJECTS",
    ];

    private static readonly string[] Headers =
    [
        "Authorization: Basic bWlhQGV4YW1wbGUuY29tOm1pYS10b2tlbg==", "Authorization: Basic YWRtaW5AZXhhbXBsZS5jb206YWRtaW4tdG9rZW4=", "Authorization: abc123:xyz789:ses456", "Authorization: Basic !", "Authorization: Bearer x",
        "Content-Type: application/json", "Content-Type: text/plain", "Content-Type: application/json; charset=utf-16", "Content-Type: ;", "Accept: text/html", "Accept: */*;q=x", "Origin: http://elsewhere.example", "Cookie: a=b; ;=", "X-FakeJira-Key: x",
        "Accept-Language: de", "X-ExperimentalApi: opt-in", "X-Force-Accept-Language: true", "Range: bytes=0-1", "If-None-Match: *", "Expect: 100-continue", "X-HTTP-Method-Override: DELETE", "Accept-Encoding: gzip", "Upgrade: h2c",
    ];

    private static readonly string[] Bodies =
    [
        """{"fields":{"project":{"key":"MKY"},"issuetype":{"name":"Task"},"summary":"S","labels":["a"],"reporter":{"accountId":"5b10a2844c20165700ede21g"}},"update":{"labels":[{"add":"b"}]}}""",
        """{"vote":1}""", """{"title":"T","description":"D","options":[{"id":"1","title":"a","order":0},{"title":"b"}],"settings":{"allowRevote":true,"endDate":"2030-01-01T00:00:00Z","closePollOnEndDate":true}}""",
        """{"jql":"project = MKY","maxResults":5,"fields":["summary","*all"],"expand":"names","nextPageToken":"x"}""", """{"transition":{"id":"21"},"fields":{"resolution":{"name":"Done"}}}""",
        """{"body":{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"hello"}]}]},"visibility":{"type":"role","value":"Administrators"}}""",
        """{"name":"third","seed":"vendor"}""", """{"name":"fourth","from":"default"}""", """{"jira.votingEnabled":false,"profile":"observed"}""", """{"use":"rate-limit","times":1}""", """{"operation":"jira.votes.get","error":"jira.rate-limited","times":1}""",
        """{"Guid":"11111111-1111-4111-8111-111111111111","Scenario":"s","SetStateTo":"two","Request":{"Path":{"Matchers":[{"Name":"WildcardMatcher","Pattern":"/fuzz/*"}]},"Methods":["GET"]},"Response":{"StatusCode":200,"Headers":{"X":"y"},"BodyAsJson":{"a":"{{request.path}}"},"UseTransformer":true}}""",
        """{"jira":{"issues":[{"key":"MKY-9","voters":[]}]},"clock":{"frozenAt":"2026-01-01T00:00:00Z"}}""", """{"users":2,"issues":3,"votes":4,"randomSeed":7}""", """{"advance":"PT1H"}""", """{"advanceSeconds":5,"frozenAt":"2026-01-01T00:00:00Z"}""",
        """{"method":"GET","path":"/rest/api/3/issue/MKY-1/votes","headers":{"A":"b"},"body":"x"}""", """{"state":"vendor","params":{},"action":"setup"}""", """{"state":"one vote","params":{"name":"x"}}""", """{"state":"../kept","params":{"name":{}},"action":"teardown"}""", """{"consumer":"c","states":["one vote","broken"]}""",
        """{"Guid":"22222222-1111-4111-8111-111111111111","Request":{"Path":"/files/new"},"Response":{"BodyAsFile":"body.txt"}}""", """[{"Request":{"Path":"/files/out"},"Response":{"BodyAsFile":"link.txt"}},{"Request":{"Path":"/files/out"},"Response":{"BodyAsFile":"twice.txt"}},{"Request":{"Path":"/a","Body":{"Matcher":{"Name":"ExactMatcher","PatternAsFile":"../kept.txt"}}},"Response":{"BodyAsFile":"sub/../../kept.txt"}}]""", """{"issueUpdates":[{"fields":{}}],"issueIds":["10000"]}""", "\"5b10a2844c20165700ede21g\"", "[]", "null", "",
        """{"id":"p-x","title":"T","status":"open","voters":["5b10a2844c20165700ede21g"],"key":"MKY-8","summary":"S","question":"Q"}""", """{"globalPermissions":["ADMINISTER"],"projectPermissions":[{"permissions":["BROWSE_PROJECTS"],"projects":[10000],"issues":[10001]}]}""",
    ];

    private static readonly string[] Pieces = [.. Values, .. Headers.Select(header => "\r\n" + header), "\r\n", "\r\n\r\n", "HTTP/1.1", "Content-Length: 5", "Transfer-Encoding: chunked\r\n", "?", "&", "=", "\"", "{", "}", "null", "[[[[", "\\u0000"];

    /// <summary>Sites by their names and by their ids, as they are and spoilt.</summary>
    private static readonly string[] Prefixes = ["/__sites/", "/__sites/default", "/__sites/other", "/ex/jira/", "/ex/jira/" + NameGuid.Of("site default"), "/ex/jira/" + NameGuid.Of("site other")];

    public static string Make(Random chance) => chance.Next(20) == 0 ? Noise(chance) : Sense(chance);

    private static string Noise(Random chance)
    {
        var bytes = new byte[chance.Next(1, 600)];
        chance.NextBytes(bytes);
        return (chance.Next(2) == 0 ? "" : chance.Pick(Methods) + " ") + Encoding.Latin1.GetString(bytes);
    }

    private static string Sense(Random chance)
    {
        var operation = chance.Next(8) == 0 ? chance.Pick(OnFiles) : chance.Pick(Operations);
        var method = chance.Next(10) == 0 ? chance.Pick(Methods) : operation.Method;
        var site = chance.Next(6) == 0 ? chance.Pick(Prefixes) + (chance.Next(2) == 0 ? "" : chance.Pick(Values)) : "";
        var path = site + Place().Replace(operation.Path, place => place.Groups["choices"].Value is { Length: > 0 } choices ? chance.Pick(choices.Split('|')) : chance.Pick(OnFiles.Contains(operation) && chance.Next(4) > 0 ? FileNames : Values).Replace(' ', '+'));
        var query = chance.Next(2) == 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, chance.Next(1, 4)).Select(_ => chance.Pick(Queries)));
        var body = method is "POST" or "PUT" or "PATCH" || chance.Next(20) == 0 ? chance.Pick(Bodies) : "";
        body = chance.Next(3) == 0 ? Mutation.Of(body, chance, Pieces) : body;
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body));
        var headers = string.Concat(Enumerable.Range(0, chance.Next(4)).Select(_ => chance.Pick(Headers) + "\r\n"));
        headers += body.Length == 0 && method != "POST" ? "" : chance.Next(10) == 0 ? $"Transfer-Encoding: chunked\r\n" : $"Content-Length: {bytes.Length}\r\n";
        var sent = headers.Contains("chunked", StringComparison.Ordinal) ? (bytes.Length > 0 ? $"{bytes.Length:x}\r\n{bytes}\r\n" : "") + "0\r\n\r\n" : bytes;
        var signed = chance.Next(2) == 0 ? Headers[1] + "\r\n" : "";
        var request = $"{method} {Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(path + query))} HTTP/1.1\r\nHost: localhost\r\n{signed}{headers}\r\n{sent}";
        return chance.Next(4) == 0 ? Mutation.Of(request, chance, Pieces) : request;
    }

    [GeneratedRegex(@"\{\*?\w+(:(?<choices>[^}]+))?\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
