using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>The answer to a request that nothing matches: WireMock.Net's, and with it the mappings that came closest and the files that are broken.</summary>
internal static class Unmatched
{
    private const string Status = "No matching mapping found";
    private const int ShownProblems = 5;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static StubResponse Answer(StubRequest request, IReadOnlyList<NearMiss> closest)
    {
        var broken = request.Site.Sites.Library.Problems.Where(problem => problem.Severity == Severity.Error).Take(ShownProblems).Select(problem => problem.ToString()).ToList();
        return PrefersHtml(request)
            ? StubResponse.Text(404, Page(request, closest, broken), "text/html; charset=utf-8")
            : StubResponse.Text(404, Document(closest, broken).ToJsonString(Json), "application/json");
    }

    private static JsonObject Document(IReadOnlyList<NearMiss> closest, List<string> broken)
    {
        var document = new JsonObject { ["Status"] = Status };
        if (closest.Count > 0)
        {
            document["ClosestMappings"] = new JsonArray([.. closest.Select(Shown)]);
        }

        if (broken.Count > 0)
        {
            document["Problems"] = new JsonArray([.. broken.Select(text => (JsonNode)text)]);
        }

        return document;
    }

    private static JsonObject Shown(NearMiss miss)
    {
        var shown = new JsonObject { ["Guid"] = miss.Id.ToString() };
        if (miss.Title is { } title)
        {
            shown["Title"] = title;
        }

        shown["File"] = miss.Name;
        shown["Parts"] = new JsonArray([.. miss.Parts.Select(part => new JsonObject { ["Part"] = part.Part, ["IsMatch"] = part.IsMatch, ["Expected"] = part.Expected, ["Actual"] = part.Actual })]);
        return shown;
    }

    private static string Page(StubRequest request, IReadOnlyList<NearMiss> closest, List<string> broken)
    {
        var page = new StringBuilder("""
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>No matching mapping</title>
            <style>body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}
            td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:top;overflow-wrap:anywhere}.no{background:#fdecea}code{font-size:.95em}</style>

            """);
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Status}</h1><p><code>{Escape(request.ToString())}</code></p>");
        foreach (var problem in broken)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"no\"><code>{Escape(problem)}</code></p>");
        }

        foreach (var miss in closest)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(miss.Title ?? miss.Name)}</h2><p><code>{Escape(miss.Name)}</code>: {miss.Matching} of {miss.Parts.Count} parts match.</p>");
            page.Append("<table><tr><th>Part<th>Expected<th>Actual");
            foreach (var part in miss.Parts)
            {
                page.Append(CultureInfo.InvariantCulture, $"<tr{(part.IsMatch ? "" : " class=\"no\"")}><td>{Escape(part.Part)}<td><code>{Escape(part.Expected)}</code><td><code>{Escape(part.Actual)}</code>");
            }

            page.Append("</table>");
        }

        return page.Append("</html>\n").ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Whether the client names text/html and likes it better than JSON, as browsers do.</summary>
    private static bool PrefersHtml(StubRequest request)
    {
        double html = 0, json = 0;
        foreach (var range in (request.Header("Accept") ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = range.Split(';', StringSplitOptions.TrimEntries);
            var weight = parts.FirstOrDefault(part => part.StartsWith("q=", StringComparison.OrdinalIgnoreCase)) is { } q
                && double.TryParse(q.AsSpan(2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var given) ? given : 1;
            switch (parts[0].ToLowerInvariant())
            {
                case "text/html": html = weight; break;
                case "application/json": json = weight; break;
            }
        }

        return html > json;
    }
}
