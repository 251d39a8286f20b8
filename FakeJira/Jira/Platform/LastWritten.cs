using System.Runtime.CompilerServices;
using System.Text.Json;

namespace FakeJira.Jira.Platform;

/// <summary>
/// Writes values of one kind, and keeps of each what was written last, for as long as the value is there: what every issue shows (its type, its status,
/// its people) costs a copy instead of a dozen members.
/// </summary>
/// <param name="write">Writes one; of its place nothing may count but the address.</param>
internal sealed class LastWritten<T, TPlace>(Action<Utf8JsonWriter, T, TPlace> write)
    where T : class
{
    /// <summary>How long a link is, a client says by its <c>Host</c>; what is kept counts to no limit of memory.</summary>
    private const int LongestKept = 4096;

    private readonly ConditionalWeakTable<T, Text> _last = [];

    /// <param name="json">Where to.</param>
    /// <param name="value">What; it never changes.</param>
    /// <param name="place">Where it is shown.</param>
    /// <param name="apiUrl">What its links start with.</param>
    public void Write(Utf8JsonWriter json, T value, TPlace place, string apiUrl)
    {
        if (!_last.TryGetValue(value, out var text) || text.ApiUrl != apiUrl)
        {
            text = new(apiUrl, JiraJson.Bytes((value, place, write), static (writer, what) => what.write(writer, what.value, what.place)));
            if (text.Json.Length + apiUrl.Length <= LongestKept)
            {
                _last.AddOrUpdate(value, text);
            }
        }

        json.WriteRawValue(text.Json, skipInputValidation: true);
    }

    private sealed record Text(string ApiUrl, byte[] Json);
}
