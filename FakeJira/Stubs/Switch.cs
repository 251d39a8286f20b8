namespace FakeJira.Stubs;

/// <summary>A choice between behaviours, of the vendor's site or where documented and observed disagree. Values are written as JSON scalars: true, 404, always.</summary>
/// <param name="Name">For example <c>removeMissingVote</c>.</param>
/// <param name="Summary">What it chooses, in one sentence.</param>
/// <param name="Documented">Its value in the profile <c>documented</c>, the default.</param>
/// <param name="Observed">Its value in the profile <c>observed</c>.</param>
/// <param name="Values">What it can be; empty for any whole number from 0.</param>
/// <param name="Get">Reads it from a site.</param>
/// <param name="Set">Sets it on a site, to one of the values.</param>
public sealed record Switch(string Name, string Summary, string Documented, string Observed, IReadOnlyList<string> Values, Func<Site, string> Get, Action<Site, string> Set)
{
    /// <summary>The value that is meant, in its own spelling, or null when it is none of them.</summary>
    public string? Accept(string value)
    {
        if (Values.Count == 0)
        {
            return int.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        }

        return Values.FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));
    }

    /// <exception cref="FakeJiraException">The value is none of its.</exception>
    internal void Check(string value) => Mistake.If(Accept(value) is null, Wrong(value));

    /// <summary>What to say of a value that is none of its.</summary>
    internal string Wrong(string value) => $"The switch {Name} takes {Expectation}, not '{value}'.";

    /// <summary>What was expected, for messages: <c>true or false</c>.</summary>
    public string Expectation => Values.Count == 0 ? "a whole number from 0" : string.Join(" or ", Values);

    /// <summary>A switch that is true or false, kept in a world.</summary>
    public static Switch Flag<TWorld>(string name, string summary, bool documented, bool observed, Slot<TWorld> slot, Func<TWorld, bool> get, Func<TWorld, bool, TWorld> set)
        where TWorld : class =>
        new(name, summary, documented ? "true" : "false", observed ? "true" : "false", ["true", "false"], site => get(site.Read(slot)) ? "true" : "false", (site, value) => site.Replace(slot, world => set(world, value == "true")));

    /// <summary>A switch with named values, kept in a world.</summary>
    public static Switch Choice<TWorld>(string name, string summary, string documented, string observed, IReadOnlyList<string> values, Slot<TWorld> slot, Func<TWorld, string> get, Func<TWorld, string, TWorld> set)
        where TWorld : class =>
        new(name, summary, documented, observed, values, site => get(site.Read(slot)), (site, value) => site.Replace(slot, world => set(world, value)));
}
