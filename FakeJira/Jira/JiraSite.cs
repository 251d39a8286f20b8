using System.Globalization;
using FakeJira.Jira.Platform;
using FakeJira.Jira.World;
using FakeJira.Stubs;
using static FakeJira.Jira.InWorld;

namespace FakeJira.Jira;

/// <summary>The Jira of a site: what a test arranges before, and looks at after, its client has called.</summary>
public sealed partial class JiraSite
{
    private readonly Site _site;

    internal JiraSite(Site site) => (_site, Projects) = (site, new JiraProjects(site));

    /// <summary>Leads, categories and roles of its projects.</summary>
    public JiraProjects Projects { get; }

    /// <summary>Allow users to vote on issues: off, every votes operation is 404 (JIRA-VOTES-DISABLED-404); votes are kept.</summary>
    public bool VotingEnabled
    {
        get => World.Settings.VotingEnabled;
        set => _site.Replace(JiraContract.World, world => world with { Settings = world.Settings with { VotingEnabled = value } });
    }

    /// <summary>Every switch of the contract.</summary>
    public JiraSettings Settings
    {
        get => World.Settings;
        set
        {
            JiraSwitches.Check(value);
            _site.Replace(JiraContract.World, world => world with { Settings = value });
        }
    }

    /// <summary>The state as it is now, for assertions.</summary>
    public JiraWorld World => _site.Read(JiraContract.World);

    /// <summary>The path prefix under which OAuth clients find the site: <c>/ex/jira/{cloudId}</c>.</summary>
    public string GatewayPath => Credentials.Gateway + _site.Id;

    /// <summary>The id of a group of that name: the same on every site.</summary>
    public static string GroupId(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Users.AccountJson.IdOf(name).ToString();
    }

    /// <summary>From now on, for so long by the site's clock, every operation answers 429 for that reason, whatever the switch rateLimits says. Not part of the state: a reset ends it.</summary>
    /// <exception cref="FakeJiraException">There is no such reason, or no clock comes to the end of that time.</exception>
    public void RefuseFor(RateLimitReason reason, TimeSpan time)
    {
        Mistake.IfNone(reason, "reason");
        Mistake.If(!SiteClock.Goes(_site.Clock.Now, time), SiteClock.Range);
        _site.Passing<RateLimits>().Spend(reason, _site.Clock.Now + time);
    }

    /// <summary>Adds a project: every user may browse it and see voters, callers without a user only where <paramref name="anonymousBrowse"/> says so.</summary>
    /// <exception cref="FakeJiraException">The key is taken, or is no key.</exception>
    public void AddProject(string key, string? name = null, bool anonymousBrowse = false) => _site.Replace(JiraContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(key);
        Mistake.If(!Project.IsKey(key), $"'{key}' is no project key; expected two to fifty upper-case letters, digits and underscores that begin with a letter, such as MKY.");
        Mistake.If(world.Projects.ContainsKey(key), $"There is a project {key} already; choose another key.");
        return world.With(NewProject(world, key, name, anonymousBrowse));
    });

    /// <summary>Gives a permission, for example <c>VIEW_VOTERS_AND_WATCHERS</c>, to these users alone; to nobody when there are none.</summary>
    /// <exception cref="FakeJiraException">There is no such project or permission, or a user is not of this site.</exception>
    public void Grant(string projectKey, string permission, params JiraUser[] users) => _site.Replace(JiraContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(permission);
        if (!PermissionNames.IsOfProjects(permission))
        {
            throw new FakeJiraException(JiraProjectsDocument.NoPermission(permission));
        }

        var project = Known(world, projectKey);
        return world.With(project with { Permissions = project.Permissions.SetItem(permission, Holders(world, users)) });
    });

    /// <summary>Adds a level of issue security that these users are on.</summary>
    public void AddSecurityLevel(string projectKey, string level, params JiraUser[] users) => _site.Replace(JiraContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(level);
        var project = Known(world, projectKey);
        return world.With(project with { SecurityLevels = project.SecurityLevels.SetItem(level, Holders(world, users)) });
    });

    /// <summary>Adds an issue, and the project and the reporter if they are not there; it is created now, by the site's clock.</summary>
    /// <exception cref="FakeJiraException">The key is taken or is no key; a user, a level, a status or the like is not of this site.</exception>
    public JiraIssue AddIssue(string key, JiraUser? reporter = null, string? summary = null, string? resolution = null, string? securityLevel = null, IEnumerable<JiraUser>? voters = null,
        string? type = null, string? status = null, string? priority = null, JiraUser? assignee = null, IEnumerable<string>? labels = null, string? description = null, string? parent = null)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (Issue.ParseKey(key) is not { } parts)
        {
            throw new FakeJiraException($"'{key}' is no issue key; expected a project key, a hyphen and a number without leading zeros, such as MKY-1.");
        }

        var (allVoters, allLabels) = (Mistake.NoNull(voters ?? [], nameof(voters)), Mistake.NoNull(labels ?? [], nameof(labels)));
        return _site.Change(JiraContract.World, world =>
        {
            // Decided in here, as several threads may each add the first issue.
            (world, var author) = reporter is null && world.Users.IsEmpty ? new NewUser().AddTo(world, _site.Random) : (world, reporter);
            Mistake.If(world.IssueIds.ContainsKey(key), $"There is an issue {key} already; choose another key.");
            world = world.Projects.ContainsKey(parts.Project) ? world : world.With(NewProject(world, parts.Project, null, anonymousBrowse: false));
            Mistake.If(securityLevel is not null && !world.Projects[parts.Project].SecurityLevels.ContainsKey(securityLevel), $"The project {parts.Project} has no security level '{securityLevel}'; add it with AddSecurityLevel first.");
            var whole = parent is null ? null : KnownIssue(world, parent);
            Mistake.If(whole?.Type.IsSubtask == true, $"{parent} is a subtask, so it has no parts.");
            var now = _site.Clock.Now;
            var issue = new Issue(world.NextIssueId, key, summary ?? $"Summary of {key}", author is null ? FirstUser(world) : Known(world, author, nameof(reporter)).AccountId)
            {
                Created = now,
                Updated = now,
                Type = Arranged.Type(type, isPart: parent is not null),
                Status = Arranged.Status(status, resolution),
                Priority = Arranged.Priority(priority),
                Resolution = Arranged.Resolution(resolution),
                ResolutionDate = resolution is null ? null : now,
                Assignee = assignee is null ? null : Known(world, assignee).AccountId,
                Labels = [.. allLabels],
                Description = description is null ? null : new RichText(description),
                Parent = whole?.Id,
                SecurityLevel = securityLevel,
                Voters = [.. AccountIds(world, allVoters)],
            };
            return (world.With(issue), new JiraIssue(issue.Id.ToString(CultureInfo.InvariantCulture), key));
        });
    }

    /// <summary>Deletes an issue, and its subtasks.</summary>
    public void DeleteIssue(string key) => _site.Replace(JiraContract.World, world => IssueRemoval.Remove(world, KnownIssue(world, key)));

    /// <summary>Deletes a project and its issues.</summary>
    /// <exception cref="FakeJiraException">There is no such project.</exception>
    public void DeleteProject(string key) => _site.Replace(JiraContract.World, world => ProjectRemoval.Remove(world, Known(world, key)));

    /// <summary>Moves an issue: it keeps its id and is still found by its old key.</summary>
    /// <exception cref="FakeJiraException">There is no such issue, the new key is taken or is no key, or the project has not the issue's security level.</exception>
    public void MoveIssue(string key, string newKey) => _site.Replace(JiraContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(newKey);
        var issue = KnownIssue(world, key);
        Mistake.If(Issue.ParseKey(newKey) is null, $"'{newKey}' is no issue key; expected one such as MKY-1.");
        Mistake.If(newKey == issue.Key || (world.IssueIds.TryGetValue(newKey, out var owner) && owner != issue.Id), $"There is an issue {newKey} already; choose another key.");
        var project = Issue.ParseKey(newKey)!.Value.Project;
        world = world.Projects.ContainsKey(project) ? world : world.With(NewProject(world, project, null, anonymousBrowse: false));
        Mistake.If(issue.SecurityLevel is { } level && !world.Projects[project].SecurityLevels.ContainsKey(level), $"{key} is on the security level '{issue.SecurityLevel}', which the project {project} has not; add it with AddSecurityLevel first.");
        return world.With(issue with { Key = newKey, PreviousKeys = [.. issue.PreviousKeys.Remove(newKey), issue.Key] });
    });

    /// <summary>Resolves an issue, or with null makes it unresolved again; its status follows.</summary>
    public void Resolve(string key, string? resolution = "Done") => _site.Replace(JiraContract.World, world =>
        world.With(Arranged.Resolved(KnownIssue(world, key), resolution, _site.Clock.Now)));

    /// <summary>Takes an issue to a status, for example <c>In Progress</c>, as the transition to it would.</summary>
    public void Transition(string key, string status) => _site.Replace(JiraContract.World, world =>
        world.With(Arranged.Moved(KnownIssue(world, key), status, _site.Clock.Now)));

    /// <summary>Lets these users watch an issue.</summary>
    public void Watch(string key, params JiraUser[] watchers) => _site.Replace(JiraContract.World, world =>
    {
        var issue = KnownIssue(world, key);
        return world.With(issue with { Watchers = issue.Watchers.Union(AccountIds(world, watchers)) });
    });

    /// <summary>Adds a comment; returns its id.</summary>
    public string AddComment(string key, JiraUser author, string text) => _site.Change(JiraContract.World, world =>
    {
        ArgumentNullException.ThrowIfNull(text);
        var issue = KnownIssue(world, key);
        var comment = new Comment(world.NextCommentId, Known(world, author).AccountId, new RichText(text), _site.Clock.Now);
        return (world.With(issue.With(comment) with { Updated = comment.Created }), comment.Id.ToString(CultureInfo.InvariantCulture));
    });

    /// <summary>Casts the votes of these users, whatever the settings say.</summary>
    public void Vote(string key, params JiraUser[] voters) => _site.Replace(JiraContract.World, world =>
    {
        var issue = KnownIssue(world, key);
        return world.With(issue with { Voters = issue.Voters.Union(AccountIds(world, voters)) });
    });

    /// <summary>Who has voted for an issue, by display name.</summary>
    /// <exception cref="FakeJiraException">There is no such issue.</exception>
    public IReadOnlyList<JiraUser> VotersOf(string key)
    {
        var world = World;
        return [.. world.VotersOf(KnownIssue(world, key)).Select(user => Handle(world, user))];
    }
}
