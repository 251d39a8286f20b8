using FakeJira.Stubs.Mappings.Parts;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs.Mappings;

/// <summary>Reads what a request has under names: headers, cookies, parameters.</summary>
internal static class NamedPartsReader
{
    private static readonly Dictionary<string, string> OldFields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Values"] = "write Matchers, for example [{ \"Name\": \"ExactMatcher\", \"Pattern\": \"…\" }].",
        ["Value"] = "write Matchers, for example [{ \"Name\": \"ExactMatcher\", \"Pattern\": \"…\" }].",
    };

    public static IEnumerable<RequestPart> Headers(JsonNodeAt node, MappingContext context) =>
        Read(node, "Headers", context, (name, _, matchers, rejects) => new HeaderPart(name, matchers, rejects));

    public static IEnumerable<RequestPart> Cookies(JsonNodeAt node, MappingContext context) =>
        Read(node, "Cookies", context, (name, ignoreCase, matchers, rejects) => new CookiePart(name, ignoreCase, matchers, rejects));

    public static IEnumerable<RequestPart> Parameters(JsonNodeAt node, MappingContext context) =>
        Read(node, "Params", context, (name, ignoreCase, matchers, rejects) => new ParameterPart(name, ignoreCase, matchers, rejects));

    private static List<RequestPart> Read(JsonNodeAt node, string member, MappingContext context, Func<string, bool, MatcherGroup?, bool, RequestPart> make)
    {
        var parts = new List<RequestPart>();
        if (node[member] is not { } list)
        {
            return parts;
        }

        if (!list.IsArray)
        {
            list.Expected<string>($"an array such as [{{ \"Name\": \"…\", \"Matchers\": [ … ] }}]");
            return parts;
        }

        foreach (var item in list.Children())
        {
            if (!item.IsObject)
            {
                item.Expected<string>("an object with Name and Matchers");
                continue;
            }

            var (ignoreCase, rejects) = (item.Flag("IgnoreCase") ?? false, item.Flag("RejectOnMatch") ?? false);
            var matchers = MatchersReader.Read(item, context, ofTexts: true);
            var name = item["Name"]?.AsWording();
            item.ReportUnknown(context.Unknown, OldFields);
            if (string.IsNullOrEmpty(name))
            {
                item.Error("It needs a Name.");
            }
            else
            {
                parts.Add(make(name, ignoreCase, matchers, rejects));
            }
        }

        return parts;
    }
}
