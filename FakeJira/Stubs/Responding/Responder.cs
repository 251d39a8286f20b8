using FakeJira.Stubs.Mappings;
using FakeJira.Stubs.Matching;
using FakeJira.Stubs.Reading;
using FakeJira.Stubs.Responding.Templates;

namespace FakeJira.Stubs.Responding;

/// <summary>
/// What a mapping answers, compiled when it is loaded. An answer that is always the same is made once; templates, chance and operations are asked each time.
/// </summary>
internal sealed class Responder
{
    /// <summary>Who says so, in X-FakeJira-Rule, when a mapping made the answer and names no rule.</summary>
    public const string MappingRule = "MAPPING";

    /// <summary>The Callback that stands for whatever would answer if the mapping were not there.</summary>
    public const string Everything = "*";

    private const int MostPasses = 100;

    private StatusPart? _status;
    private HeadersPart? _headers;
    private BodyPart? _body;
    private Pace _pace = new(0, 0, false);
    private FaultPart? _fault;
    private OperationCall? _call;
    private NamedError? _error;
    private Drip? _drip;
    private bool _passes;
    private string? _rule;
    private bool _isBuiltIn;
    private bool _hasTemplates;
    private StubResponse? _always;

    /// <summary>Reads the member Response of a mapping; null when it is no object. What is wrong with it is noted at its place.</summary>
    /// <param name="node">The member Response.</param>
    /// <param name="context">What the reader has to know.</param>
    /// <param name="request">The member Request: an operation named there has path values for the one that answers.</param>
    public static Responder? Read(JsonNodeAt node, MappingContext context, JsonNodeAt? request = null)
    {
        if (!node.IsObject)
        {
            return node.Expected<Responder>("an object");
        }

        UnsupportedParts.Report(node);
        var isTransformed = node.Flag("UseTransformer") ?? false;
        var responder = new Responder
        {
            _call = node["Callback"]?.Token.ToString() == Everything ? null : OperationCall.Read(node, request, context),
            _status = StatusPart.Read(node, isTransformed),
            _headers = HeadersPart.Read(node, isTransformed),
            _body = BodyPart.Read(node, context, isTransformed),
            _pace = Pace.Read(node),
            _fault = FaultPart.Read(node["Fault"]),
            _passes = node["Callback"]?.Token.ToString() == Everything,
            _error = ErrorOf(node, context),
            _drip = Drip.Read(node),
            _rule = RuleOf(node),
            _isBuiltIn = context.DefaultPriority > 0,
        };
        node.ReportUnknown(Severity.Warning, JavaFields.OfResponse);
        responder.Prepare();
        return responder;
    }

    /// <summary>The rule that it names in place of the operation's, or null.</summary>
    public string? Rule => _rule;

    /// <summary>Makes the answer.</summary>
    public ValueTask<StubResponse> AnswerAsync(StubRequest request, Mapping mapping) =>
        _always is not null ? new(_always) : _pace.IsBefore || _passes ? LaterAsync(request, mapping) : new(Make(request, mapping, _call?.Answer(request), _pace.Of(request.Site)));

    private static NamedError? ErrorOf(JsonNodeAt node, MappingContext context)
    {
        if (node.Text("Error") is not { } name)
        {
            return null;
        }

        if (!context.Errors.TryGetValue(name, out var error))
        {
            node.PlaceOf("Error").Error(() => $"There is no error '{name}'; " + (Suggestion.For(name, context.Errors.Keys) is { } near ? $"did you mean '{near}'?" : $"there are: {string.Join(", ", context.Errors.Keys.Order(StringComparer.Ordinal))}."));
        }

        return error;
    }

    private static string? RuleOf(JsonNodeAt node)
    {
        var rule = node.Text("Rule");
        return rule is not null && (rule.Length == 0 || HeaderText.WrongValue("X-FakeJira-Rule", rule) is not null) ? node.PlaceOf("Rule").Expected<string>("the id of a rule") : rule;
    }

    private void Prepare()
    {
        _hasTemplates = _status is { IsTemplate: true } || _headers is { HasTemplates: true } || _body is { IsTemplate: true };
        if (!_hasTemplates && _call is null && _error is null && _drip is null && !_passes && _fault is null or { Chance: >= 1 } && !_pace.IsRandom && !_pace.IsBefore)
        {
            _always = Own(null, _fault?.Kind ?? ConnectionFault.None, TimeSpan.FromMilliseconds(_pace.Least));
        }
    }

    private async ValueTask<StubResponse> LaterAsync(StubRequest request, Mapping mapping)
    {
        var delay = _pace.Of(request.Site);
        if (_pace.IsBefore)
        {
            await request.Site.Clock.WaitAsync(request, delay, request.Aborted).ConfigureAwait(false);
            delay = TimeSpan.Zero;
            // Waiting is no comparing.
            request.CompareFromNowOn();
        }

        if (!_passes)
        {
            return Make(request, mapping, _call?.Answer(request), delay);
        }

        if (++request.TimesPassedOn > MostPasses)
        {
            var tooMany = $"More than {MostPasses} mappings pass this request on, each to the next.";
            request.Note(tooMany);
            return StubEngine.StatusText(500, tooMany);
        }

        var next = Choice.Of(request, mapping.Stub);
        return Make(request, mapping, next is null ? Unmatched.Answer(request, NearMiss.Of(request)) : await next.AnswerAsync(request).ConfigureAwait(false), delay);
    }

    private StubResponse Make(StubRequest request, Mapping mapping, StubResponse? answer, TimeSpan delay)
    {
        if (answer is { Status: < 200 or > 299 } && !_passes)
        {
            return answer;
        }

        var fault = _fault?.Of(request.Site) ?? ConnectionFault.None;
        if (answer is { Status: < 200 or > 299 })
        {
            return Spoilt(answer, request, fault, delay);
        }

        var rendering = _hasTemplates ? new Rendering(request, mapping.ModelOf(request)) : null;
        var made = _error is not null ? Over(_error.Answer(request), rendering, isReplaced: _rule is not null)
            : answer is null ? Own(rendering, fault, TimeSpan.Zero)
            : Over(answer, rendering, isReplaced: _status is not null || _headers is not null || _body is not null || fault != ConnectionFault.None || _rule is not null);
        return Spoilt(made, request, fault, delay);
    }

    /// <summary>What happens to an answer on its way, whatever it says.</summary>
    private StubResponse Spoilt(StubResponse answer, StubRequest request, ConnectionFault fault, TimeSpan delay)
    {
        var spoilt = answer.With(delay: answer.Delay + delay, fault: fault == ConnectionFault.None ? null : fault);
        return _drip is null ? spoilt : _drip.Of(spoilt, request);
    }

    private StubResponse Own(Rendering? rendering, ConnectionFault fault, TimeSpan delay) => new()
    {
        Status = _status?.Of(rendering) ?? 200,
        Headers = _headers?.Of(rendering) ?? [],
        Body = _body?.Of(rendering) ?? ReadOnlyMemory<byte>.Empty,
        RuleHeader = _rule ?? MappingRule,
        Delay = delay,
        Fault = fault,
    };

    /// <summary>What the mapping says in place of what the operation said.</summary>
    private StubResponse Over(StubResponse answer, Rendering? rendering, bool isReplaced)
    {
        var rules = isReplaced ? Replaced(answer.Rules) : answer.Rules;
        return answer.With(
            _status?.Of(rendering),
            _headers is null ? null : Merged(answer.Headers, _headers.Of(rendering)),
            _body?.Of(rendering),
            isReplaced ? rules : null,
            isReplaced && (rules.Length < answer.Rules.Length || rules.Length == 0) ? string.Join(", ", [_rule ?? MappingRule, .. rules.Select(rule => rule.Id)]) : null);
    }

    /// <summary>
    /// The operation's deciding rule no longer holds, those that contributed do. A built-in mapping is part of its contract, and so is one that names
    /// the deciding rule itself: there the rule holds.
    /// </summary>
    private Rule[] Replaced(Rule[] rules) => rules is [var deciding, ..] && (_rule is null ? _isBuiltIn : _rule == deciding.Id) ? rules : rules is [_, .. var contributing] ? contributing : [];

    private static Header[] Merged(Header[] theirs, Header[] ours) => [.. theirs.Where(header => !Array.Exists(ours, own => own.Is(header.Name))), .. ours];
}
