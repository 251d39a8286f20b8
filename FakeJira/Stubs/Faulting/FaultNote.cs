using Newtonsoft.Json.Linq;

namespace FakeJira.Stubs.Faulting;

/// <summary>What the mappings of a fault were made of.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Document">As the control API shows it, but for what is left.</param>
internal sealed record FaultNote(string Name, JObject Document)
{
    /// <inheritdoc/>
    public bool Equals(FaultNote? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => Name.GetHashCode(StringComparison.Ordinal);
}
