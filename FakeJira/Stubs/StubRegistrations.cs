using System.Runtime.CompilerServices;
using FakeJira.Stubs.Responding;

namespace FakeJira.Stubs;

/// <summary>Answers of a test's own on one site: functions, as mappings with code. They stay when the site is reset.</summary>
public sealed class StubRegistrations
{
    private readonly Site _site;

    internal StubRegistrations(Site site) => _site = site;

    /// <summary>Answers a path by a function.</summary>
    /// <param name="method">The method, or null for any.</param>
    /// <param name="path">The path, starting with a slash: <c>*</c> is any text, <c>?</c> any one character.</param>
    /// <param name="callback">Makes the answer; null is a 200 without a body, an exception a 500 that says its message.</param>
    /// <param name="priority">Lower wins; mapping files have 0 unless they say otherwise, and what is added later wins a tie.</param>
    /// <returns>Dispose it to take the answer away.</returns>
    [OverloadResolutionPriority(1)]
    public IDisposable Add(string? method, string path, Func<StubRequest, StubResponse?> callback, int priority = 0)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Register(method, path, priority, request => new(callback(request)));
    }

    /// <inheritdoc cref="Add(string?, string, Func{StubRequest, StubResponse?}, int)"/>
    public IDisposable Add(string? method, string path, Func<StubRequest, ValueTask<StubResponse?>> callback, int priority = 0)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return Register(method, path, priority, callback);
    }

    private Registration Register(string? method, string path, int priority, Func<StubRequest, ValueTask<StubResponse?>> callback)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.StartsWith('/'))
        {
            throw new ArgumentException($"A path starts with a slash, '{path}' does not.", nameof(path));
        }

        var order = _site.Sites.NextOrder();
        var name = $"callback#{order} {method ?? "any"} {Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}";
        var stub = new CallbackStub(path, callback)
        {
            Id = NameGuid.Of(name),
            Name = name,
            Priority = priority,
            Details = method is null ? 1 : 2,
            Order = order,
            Methods = method is null ? null : [method.ToUpperInvariant()],
            Paths = [CallbackStub.KeyOf(path)],
        };
        _site.Stubs.Add(stub);
        return new Registration(_site, stub);
    }

    private sealed class Registration(Site site, Stub stub) : IDisposable
    {
        public void Dispose() => site.Stubs.Drop(stub);
    }
}
