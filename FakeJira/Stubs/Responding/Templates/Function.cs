using HandlebarsDotNet;
using HandlebarsDotNet.Helpers;
using HandlebarsDotNet.PathStructure;

namespace FakeJira.Stubs.Responding.Templates;

/// <summary>Something a template can call: <c>{{Name a b}}</c>, <c>(Name a b)</c> inside a call, or <c>{{#Name a b}}…{{else}}…{{/Name}}</c>.</summary>
/// <param name="Name">Category and name; any case will do.</param>
/// <param name="Least">How many arguments it must have.</param>
/// <param name="Most">How many arguments it can have.</param>
/// <param name="Body">Makes the value.</param>
/// <param name="IsText">What it makes goes out as it is, JSON as text; anything else is HTML-escaped.</param>
internal sealed record Function(string Name, int Least, int Most, Func<CallArguments, object?> Body, bool IsText = false)
{
    /// <summary>Makes the value as the head of a block, where that is another one.</summary>
    public Func<CallArguments, object?>? BlockBody { get; init; }

    /// <summary>Says what is wrong with a text as its argument Type, or null; null where it has no such argument.</summary>
    public Func<string, string?>? WrongType { get; init; }

    /// <summary>Whether it can be called with so many arguments.</summary>
    public bool Takes(int arguments) => arguments >= Least && arguments <= Most;

    /// <summary>What is wrong with so many.</summary>
    public string WrongCount(int arguments) => $"{Name} takes {(Least == Most ? $"{Least}" : $"{Least} to {Most}")} arguments, found {arguments}.";

    private object? Call(in Arguments arguments, Func<CallArguments, object?> body)
    {
        Rendering.Step();
        if (!Takes(arguments.Length))
        {
            throw new TemplateException(WrongCount(arguments.Length));
        }

        var values = new object?[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i] is UndefinedBindingResult ? null : arguments[i];
        }

        var value = body(new CallArguments(Name, values));
        if (value is string text)
        {
            Rendering.Reserve(text.Length);
        }

        return value;
    }

    public void Register(IHandlebars handlebars)
    {
        handlebars.RegisterHelper(new Inline(this));
        handlebars.RegisterHelper(new Block(this));
    }

    private sealed class Inline(Function function) : IHelperDescriptor<HelperOptions>
    {
        public PathInfo Name { get; } = function.Name;

        public object Invoke(in HelperOptions options, in Context context, in Arguments arguments) => function.Call(arguments, function.Body)!;

        public void Invoke(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
        {
            var value = function.Call(arguments, function.Body);
            if (function.IsText && (value as string ?? JsonModel.TextOf(value)) is { } text)
            {
                output.WriteSafeString(text);
            }
            else
            {
                output.Write(value);
            }
        }
    }

    private sealed class Block(Function function) : IHelperDescriptor<BlockHelperOptions>
    {
        private readonly Func<CallArguments, object?> _body = function.BlockBody ?? function.Body;

        public PathInfo Name { get; } = function.Name;

        public object Invoke(in BlockHelperOptions options, in Context context, in Arguments arguments) => function.Call(arguments, _body)!;

        public void Invoke(in EncodedTextWriter output, in BlockHelperOptions options, in Context context, in Arguments arguments)
        {
            switch (function.Call(arguments, _body))
            {
                case false:
                    options.Inverse(output, context);
                    break;
                case true:
                    options.Template(output, context);
                    break;
                case var value:
                    options.Template(output, value);
                    break;
            }
        }
    }
}
