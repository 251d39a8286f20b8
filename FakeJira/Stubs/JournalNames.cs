using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Reading;

namespace FakeJira.Stubs;

/// <summary>Which operations and rules the entries of a site's journal can name, so that who asks for a misspelt one is told and not answered that there were none.</summary>
internal sealed class JournalNames(Site site)
{
    /// <summary>What is wrong with the name of an operation or of a rule; null where nothing is.</summary>
    public string? Wrong(string? operation, string? rule) =>
        operation is not null && !site.Sites.Library.Operations.ContainsKey(operation) ? Operation.Missing(operation, site.Sites.Library.Operations.Keys)
        : rule is not null ? WrongRule(rule)
        : null;

    /// <summary>Mappings and callbacks name rules of their own, also such that are gone or still to come: only what is near to a rule of a contract, and said by nobody, is taken for a slip.</summary>
    private string? WrongRule(string rule)
    {
        var rules = site.Sites.Contracts.SelectMany(contract => contract.Rules).Select(each => each.Id);
        return rules.Contains(rule, StringComparer.OrdinalIgnoreCase) || Suggestion.For(rule, rules.Distinct(StringComparer.OrdinalIgnoreCase)) is not { } near || IsSaid(rule) ? null : Coverage.NoRule(rule, near);
    }

    private bool IsSaid(string rule) =>
        site.Stubs.HasCallbacks
        || site.Journal.Entries.Any(new RequestFilter(null, null, null, rule, null).Matches)
        || site.Stubs.Overlay.Own.Stubs.OfType<MappingStub>().Select(stub => stub.Mapping).Concat(site.Sites.Library.Mappings)
            .Any(mapping => mapping.Response.Rule?.Split(", ").Contains(rule, StringComparer.OrdinalIgnoreCase) == true);
}
