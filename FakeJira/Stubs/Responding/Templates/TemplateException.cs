namespace FakeJira.Stubs.Responding.Templates;

/// <summary>A template cannot be used as it is written, or asks for more than templates may have. The message goes to the client as a 500.</summary>
internal sealed class TemplateException(string message, Exception? inner = null) : Exception(message, inner);
