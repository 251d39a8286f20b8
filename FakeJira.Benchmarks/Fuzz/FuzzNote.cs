using System.Text;

namespace FakeJira.Benchmarks.Fuzz;

/// <summary>A file with the command that tries the case again which is being tried: what ends the process, as a stack overflow does, cannot be said afterwards. Gone when the run ends by itself.</summary>
internal sealed class FuzzNote : IDisposable
{
    private const int Width = 120;

    private readonly FileStream _file;

    public FuzzNote(string path) => _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);

    /// <summary>Where it is.</summary>
    public string Path => _file.Name;

    /// <summary>Replaces the line, which is as wide as ever: the file is whole at every moment.</summary>
    public void Write(string line)
    {
        _file.Position = 0;
        _file.Write(Encoding.UTF8.GetBytes(line.PadRight(Width) + "\n"));
    }

    /// <summary>Not left to the file system, which would remove it with the process as well.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(Path);
    }
}
