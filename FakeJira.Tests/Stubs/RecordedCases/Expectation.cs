using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace FakeJira.Tests.Stubs.RecordedCases;

/// <summary>What a step expects of its answer.</summary>
public static class Expectation
{
    /// <summary>Fails unless the answer is as expected.</summary>
    /// <param name="expected">The step's expect or expectOurs.</param>
    /// <param name="answer">The answer; null when it was no HTTP.</param>
    /// <param name="step">For messages.</param>
    public static void Check(JObject expected, RawAnswer? answer, string step)
    {
        if ((bool?)expected["error"] ?? false)
        {
            answer.ShouldBeNull(step);
            return;
        }

        answer.ShouldNotBeNull(step);
        step = $"{step}: {answer.Status} {answer.Text}";
        if (expected["status"] is { } status)
        {
            answer.Status.ShouldBe((int)status, step);
        }

        foreach (var header in (expected["headers"] as JObject)?.Properties() ?? [])
        {
            answer.Header(header.Name).ShouldBe(header.Value is JArray values ? string.Join(", ", values.Values<string>()) : (string?)header.Value, $"{header.Name} of {step}");
        }

        CheckBody(expected, answer, step);
        foreach (var pick in (expected["pick"] as JObject)?.Properties() ?? [])
        {
            CheckPick(Parse(answer.Text), pick.Name, pick.Value, step);
        }
    }

    /// <summary>A part of a JSON document: member names, indexes, # for how many, [Name=value] for an element; null when it is not there.</summary>
    public static JToken? Pick(JToken? json, string path)
    {
        foreach (var name in path.Length == 0 ? [] : path.Split('.'))
        {
            json = (name, json) switch
            {
                (_, null) => null,
                ("#", JContainer container) => container.Count,
                (['[', .. var condition, ']'], JArray items) => items.FirstOrDefault(item => Word(item[condition.Split('=')[0]]) == condition.Split('=', 2)[1].Replace('·', '.')),
                (_, JArray items) => int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index < items.Count ? items[index] : null,
                (_, JObject members) => members[name],
                _ => null,
            };
        }

        return json;
    }

    private static void CheckBody(JObject expected, RawAnswer answer, string step)
    {
        if ((string?)expected["body"] is { } body)
        {
            if ((bool?)expected["bodyIsJson"] ?? false)
            {
                JToken.DeepEquals(Parse(answer.Text), Parse(body)).ShouldBeTrue($"{step} instead of {body}");
            }
            else
            {
                answer.Text.ShouldBe(body, step);
            }
        }

        if ((string?)expected["bodyPattern"] is { } pattern)
        {
            Regex.IsMatch(answer.Text, pattern).ShouldBeTrue($"{step} instead of /{pattern}/");
        }
    }

    private static void CheckPick(JToken json, string path, JToken expected, string step)
    {
        var (found, wanted) = (Pick(json, path), expected.Type == JTokenType.String ? (string)expected! : null);
        var isAsExpected = wanted switch
        {
            ['~', .. var pattern] => Regex.IsMatch(Word(found), pattern),
            "<<any>>" => found is not null,
            "<<none>>" => found is null,
            _ => JToken.DeepEquals(found, expected) || (IsNumber(found) && IsNumber(expected) && (double)found! == (double)expected),
        };
        isAsExpected.ShouldBeTrue($"{path} is {found} instead of {expected} in {step}");
    }

    private static bool IsNumber(JToken? token) => token is { Type: JTokenType.Integer or JTokenType.Float };

    private static string Word(JToken? token) => token is null ? "undefined" : token.Type == JTokenType.String ? (string)token! : token.ToString(Formatting.None);

    private static JToken Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
