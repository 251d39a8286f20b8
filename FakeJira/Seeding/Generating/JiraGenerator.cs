using System.Collections.Immutable;
using System.Globalization;
using FakeJira.Jira.World;

namespace FakeJira.Seeding.Generating;

/// <summary>Users, projects, and issues with votes and comments.</summary>
internal static class JiraGenerator
{
    private const int Texts = 200;
    private static readonly TimeSpan Span = TimeSpan.FromDays(365);

    public static JiraWorld Fill(JiraWorld world, Generation wanted, Chance chance)
    {
        world = AddUsers(world, Math.Max(wanted.Users, world.Users.IsEmpty && wanted.Issues > 0 ? 1 : 0), chance);
        world = AddProjects(world, Math.Max(wanted.Projects, world.Projects.IsEmpty && wanted.Issues > 0 ? 1 : 0), chance);
        return wanted.Issues == 0 ? world : AddIssues(world, wanted, chance);
    }

    private static JiraWorld AddUsers(JiraWorld world, int count, Chance chance)
    {
        var (users, tokens) = (world.Users.ToBuilder(), world.Tokens.ToBuilder());
        var emails = new HashSet<string>(world.Users.Values.Select(user => user.Email), StringComparer.OrdinalIgnoreCase);
        var sameNames = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var number = 0; number < count; number++)
        {
            var name = $"{chance.Faker.Name.FirstName()} {chance.Faker.Name.LastName()}";
            var id = Free(() => $"712020:{chance.NextGuid()}", users.ContainsKey);
            var local = string.Concat(name.ToLowerInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '.'));
            string email;
            do
            {
                var same = sameNames[local] = sameNames.GetValueOrDefault(local) + 1;
                email = same == 1 ? $"{local}@example.com" : $"{local}{same}@example.com";
            }
            while (!emails.Add(email));

            var token = Free(() => $"token-{chance.Next():x16}", tokens.ContainsKey);
            users[id] = new User(id, name, email);
            tokens[token] = new Token(token, id, IsOAuth: false);
        }

        return world with { Users = users.ToImmutable(), Tokens = tokens.ToImmutable() };
    }

    private static JiraWorld AddProjects(JiraWorld world, int count, Chance chance)
    {
        var leads = Ids(world);
        for (var number = 0; number < count; number++)
        {
            var product = chance.Faker.Commerce.ProductName();
            var initials = string.Concat(product.Split(' ').Select(word => char.ToUpperInvariant(word[0])).Where(char.IsAsciiLetterUpper));
            var key = initials.Length > 1 ? initials : "GEN";
            for (var same = 2; world.Projects.ContainsKey(key); same++)
            {
                key = (initials.Length > 1 ? initials : "GEN") + same.ToString(CultureInfo.InvariantCulture);
            }

            world = world.With(new Project(world.NextProjectId, key, product) { Lead = leads.Length == 0 ? null : chance.Of(leads) });
        }

        return world;
    }

    private static JiraWorld AddIssues(JiraWorld world, Generation wanted, Chance chance)
    {
        var users = Ids(world);
        var projects = world.Projects.Values.OrderBy(project => project.Id).ToArray();
        var numbers = projects.ToDictionary(project => project.Key, project => project.LastIssueNumber);
        var types = Catalogue.IssueTypes.Where(type => !type.IsSubtask).ToArray();
        var words = new Words(chance);

        // Kept once, however many issues say the same.
        var texts = Enumerable.Range(0, Texts).Select(_ => new RichText(words.Sentence())).ToArray();
        var labels = Enumerable.Range(0, Texts / 10).Select(_ => ImmutableArray.Create(words.Label())).ToArray();
        var votes = chance.Shares(wanted.Votes, wanted.Issues, users.Length);
        var comments = chance.Shares(wanted.Comments, wanted.Issues, int.MaxValue);
        var nextComment = world.NextCommentId;
        var issues = new List<Issue>(wanted.Issues);
        for (var number = 0; number < wanted.Issues; number++)
        {
            var project = chance.Of(projects);
            string key;
            do
            {
                key = $"{project.Key}-{(++numbers[project.Key]).ToString(CultureInfo.InvariantCulture)}";
            }
            while (world.IssueIds.ContainsKey(key));

            var created = Issue.Beginning + TimeSpan.FromSeconds(Math.Floor(chance.NextDouble() * Span.TotalSeconds));
            var updated = created + TimeSpan.FromSeconds(chance.Below(14 * 24 * 3600));
            var status = chance.Of(Catalogue.Statuses);
            var resolution = status == Catalogue.Done ? chance.Of(Catalogue.Resolutions) : null;
            issues.Add(new Issue(world.NextIssueId + number, key, words.Title(), chance.Of(users))
            {
                Type = chance.Of(types),
                Status = status,
                Priority = chance.Of(Catalogue.Priorities),
                Resolution = resolution,
                ResolutionDate = resolution is null ? null : updated,
                Assignee = chance.Below(4) == 0 ? null : chance.Of(users),
                Labels = chance.Below(3) == 0 ? chance.Of(labels) : [],
                Description = chance.Of(texts),
                Created = created,
                Updated = updated,
                Voters = [.. chance.Different(users, votes[number])],
                Comments = [.. Enumerable.Range(0, comments[number]).Select(each => new Comment(nextComment + each, chance.Of(users), chance.Of(texts), created + ((updated - created) * ((each + 1.0) / (comments[number] + 1)))))],
            });
            nextComment += comments[number];
        }

        return world.WithNew(issues);
    }

    private static string[] Ids(JiraWorld world) => [.. world.Users.Keys.Order(StringComparer.Ordinal)];

    private static string Free(Func<string> next, Func<string, bool> isTaken)
    {
        var made = next();
        while (isTaken(made))
        {
            made = next();
        }

        return made;
    }
}
