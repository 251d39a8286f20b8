using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Responding.Templates.Functions;

/// <summary>Where tokens stand in their document, as Newtonsoft.Json writes it. That looks for an item in its array from the beginning, for every token again.</summary>
internal sealed class TokenPaths
{
    private readonly Dictionary<JToken, int> _indexes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The same as <see cref="JToken.Path"/>.</summary>
    public string Of(JToken token) => token.Parent switch
    {
        JArray array => $"{Of(array)}[{IndexOf(token, array)}]",
        JProperty { Parent: { } members } member => Joined(Of(members), NameOf(member)),
        _ => "",
    };

    private static string Joined(string path, string name) => path.Length == 0 || name.StartsWith('[') ? path + name : $"{path}.{name}";

    /// <summary>A name that is no plain one is written as ['…'].</summary>
    private static string NameOf(JProperty member) => new JProperty(member.Name, "").Value.Path;

    private int IndexOf(JToken item, JArray array)
    {
        if (!_indexes.TryGetValue(item, out var index))
        {
            for (var i = 0; i < array.Count; i++)
            {
                _indexes.Add(array[i], i);
            }

            index = _indexes[item];
        }

        return index;
    }
}
