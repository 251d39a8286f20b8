using System.Text.RegularExpressions;
using FakeJira.Stubs.Reading;
using Newtonsoft.Json.Linq;

namespace FakeJira.Control;

/// <summary>The parameters of a provider state: <c>${name}</c> in the texts of its document. A text that is nothing else becomes the value itself, a number or a list too.</summary>
internal static partial class StateParameters
{
    public static void PutInto(JsonNodeAt root, JObject parameters)
    {
        foreach (var text in root.Token is JContainer container ? container.Descendants().OfType<JValue>().Where(value => value.Type == JTokenType.String && ((string)value!).Contains("${", StringComparison.Ordinal)).ToList() : [])
        {
            var written = (string)text!;
            var missing = Reference().Matches(written).Select(match => match.Groups[1].Value).FirstOrDefault(name => parameters[name] is null);
            if (missing is not null)
            {
                root.Report(Severity.Error, text, $"This state needs the parameter '{missing}'; " + (parameters.HasValues ? $"there are: {string.Join(", ", parameters.Properties().Select(each => each.Name))}." : "there are none."));
            }
            else if (Reference().Match(written) is { Success: true } all && all.Length == written.Length)
            {
                text.Replace(parameters[all.Groups[1].Value]!.DeepClone());
            }
            else
            {
                text.Value = Reference().Replace(written, match => Scalar.Text(parameters[match.Groups[1].Value]!) ?? "");
            }
        }
    }

    [GeneratedRegex(@"\$\{([^{}]+)\}", RegexOptions.None, 1000)]
    private static partial Regex Reference();
}
