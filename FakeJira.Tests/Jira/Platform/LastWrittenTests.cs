using FakeJira.Jira.Platform;

namespace FakeJira.Tests.Jira.Platform;

public class LastWrittenTests
{
    [TestCase(1000, 1)]
    [TestCase(10_000, 2)]
    public void Texts_that_are_long_because_of_the_address_are_not_kept(int length, int expected)
    {
        var (written, address) = (0, new string('a', length));
        var last = new LastWritten<object, string>((json, _, place) =>
        {
            written++;
            json.WriteStringValue(place);
        });

        string[] texts = [Written(), Written()];

        texts.ShouldAllBe(text => text == $"\"{address}\"");
        written.ShouldBe(expected);

        string Written() => System.Text.Encoding.UTF8.GetString(JiraJson.Bytes((last, address, value: (object)this), static (json, what) => what.last.Write(json, what.value, what.address, what.address)));
    }
}
