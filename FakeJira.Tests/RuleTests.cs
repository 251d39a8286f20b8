using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using FakeJira.Commands;
using FakeJira.Stubs;

namespace FakeJira.Tests;

/// <summary>Rules are declared once, documented, and provoked.</summary>
public sealed partial class RuleTests
{
    private static IEnumerable<Rule> Rules => Catalog.Contracts.SelectMany(contract => contract.Rules);

    [Test]
    public void The_contract_document_is_what_the_code_declares() =>
        RepositoryFiles.Read("docs/contract.md").ShouldBe(ContractDocument.Write(Catalog.Contracts), "docs/contract.md is stale: dotnet run --project FakeJira -- contract --output docs/contract.md");

    [Test]
    public void No_id_is_used_twice() => Rules.GroupBy(rule => rule.Id).Where(group => group.Distinct().Count() > 1).Select(group => group.Key).ShouldBeEmpty();

    [Test]
    public void Ids_are_words_in_capitals_that_begin_with_the_contract() => Rules.Select(rule => rule.Id).Where(id => !Id().IsMatch(id)).ShouldBeEmpty();

    [Test]
    public void Every_rule_is_named_by_a_test_that_provokes_it()
    {
        var named = TextsOfTests().SelectMany(text => Word().Matches(text).Select(match => match.Value)).ToHashSet(StringComparer.Ordinal);

        Rules.Select(rule => rule.Id).Where(id => !named.Contains(id)).Distinct().ShouldBeEmpty();
    }

    /// <summary>The string literals of this assembly: a rule that is only talked about in a comment is not among them.</summary>
    private static List<string> TextsOfTests()
    {
        using var file = new PEReader(File.OpenRead(typeof(RuleTests).Assembly.Location));
        var metadata = file.GetMetadataReader();
        var texts = new List<string>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
        {
            texts.Add(metadata.GetUserString(handle));
        }

        var attributes = typeof(RuleTests).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributesData()).SelectMany(attribute => attribute.ConstructorArguments);
        return [.. texts, .. attributes.SelectMany(TextsOf)];
    }

    private static IEnumerable<string> TextsOf(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        string text => [text],
        IEnumerable<CustomAttributeTypedArgument> several => several.SelectMany(TextsOf),
        _ => [],
    };

    [GeneratedRegex("^(JIRA|POLLS|IDEA)(-[A-Z0-9]+)+$")]
    private static partial Regex Id();

    [GeneratedRegex("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+")]
    private static partial Regex Word();
}
