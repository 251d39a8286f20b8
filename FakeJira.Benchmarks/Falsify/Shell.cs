using System.Diagnostics;

namespace FakeJira.Benchmarks.Falsify;

/// <summary>Programs that are run to their end, and what they say.</summary>
internal static class Shell
{
    /// <summary>Null when it takes longer: then it is ended, with whatever it has started.</summary>
    public static async Task<(int Exit, string Said)?> RunAsync(string folder, TimeSpan most, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true })!;
        process.StandardInput.Close();
        using var end = new CancellationTokenSource(most);
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(end.Token);
            var wrong = process.StandardError.ReadToEndAsync(end.Token);
            await process.WaitForExitAsync(end.Token).ConfigureAwait(false);
            return (process.ExitCode, await said.ConfigureAwait(false) + await wrong.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return null;
        }
    }
}
