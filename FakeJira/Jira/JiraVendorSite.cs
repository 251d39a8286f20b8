using System.Collections.Immutable;
using FakeJira.Jira.World;

namespace FakeJira.Jira;

/// <summary>The seeded site: fixed, because people script against it. MKY-1 has the 24 votes of the vendor's page.</summary>
internal static class JiraVendorSite
{
    private static readonly string[] MoreVoters =
    [
        "Aiko Tanaka", "Bruno Costa", "Chidi Okafor", "Dana Weiss", "Elif Demir", "Farid Haddad", "Greta Lind", "Hugo Martin", "Ines Moreno", "Jonas Berg", "Kavya Rao",
        "Lena Novak", "Mateo Silva", "Nora Jensen", "Omar Nasser", "Petra Horvat", "Quinn Murphy", "Rosa Bianchi", "Samir Patel", "Tara Singh", "Umar Farooq", "Vera Petrova", "Wei Zhang",
    ];

    private static readonly User Mia = new("5b10a2844c20165700ede21g", "Mia Krystof", "mia@example.com") { TimeZone = "Australia/Sydney", Groups = ["jira-software-users", "voter-viewers"] };
    private static readonly User Emma = new("5b10ac8d82e05b22cc7d4ef5", "Emma Richards", "emma@example.com") { TimeZone = "Europe/London", Groups = ["jira-software-users", "voter-viewers"] };
    private static readonly User Rob = new("5b109f2e9729b51b54dc274d", "Rob Reader", "rob@example.com") { Groups = ["jira-software-users"] };
    private static readonly User Ada = new("5b10a0effa615349cb016cd8", "Ada Admin", "admin@example.com") { Groups = ["jira-software-users", "voter-viewers", User.Administrators] };

    /// <summary>Adds the site's users, projects and issues.</summary>
    public static JiraWorld Into(JiraWorld world)
    {
        foreach (var (user, token) in new[] { (Mia, "mia-token"), (Emma, "emma-token"), (Rob, "rob-token"), (Ada, "admin-token") })
        {
            world = world.With(user).With(new Token(token, user.AccountId, IsOAuth: false));
        }

        var others = MoreVoters.Select((name, at) => new User($"712020:00000000-0000-4000-8000-{at + 1:000000000000}", name, $"{name.Split(' ')[0].ToUpperInvariant().ToLowerInvariant()}@example.com") { Groups = ["jira-software-users"] }).ToList();
        world = others.Aggregate(world, (current, user) => current.With(user));
        ImmutableArray<Holder> viewers = [new(HolderKind.Group, "voter-viewers")];
        ImmutableArray<Holder> admins = [new(HolderKind.Group, User.Administrators)];
        ImmutableArray<Holder> anyone = [new(HolderKind.Anyone)];
        var project = ImmutableDictionary<string, ImmutableArray<Holder>>.Empty.Add(Project.ViewVoters, viewers);
        return world
            .With(new Project(10000, "MKY", "Monkey") { Permissions = project.Add(Project.Browse, anyone) })
            .With(new Project(10001, "PLAT", "Platform") { Permissions = project })
            .With(new Project(10002, "SECRET", "Secret") { Permissions = project.Add(Project.Browse, admins) })
            .With(new Issue(10001, "MKY-1", "Bananas ripen too fast", Ada.AccountId) { Voters = [Mia.AccountId, .. others.Select(user => user.AccountId)] })
            .With(new Issue(10002, "MKY-2", "Peel opens from the wrong end", Emma.AccountId))
            .With(new Issue(10003, "MKY-3", "Bunch is one short", Mia.AccountId) { Resolution = Catalogue.Resolved, ResolutionDate = Issue.Beginning, Status = Catalogue.Done, Voters = [Emma.AccountId] })
            .With(new Issue(10004, "PLAT-254604", "Rate the new platform", Emma.AccountId))
            .With(new Issue(10005, "SECRET-1", "Known to admins only", Ada.AccountId));
    }
}
