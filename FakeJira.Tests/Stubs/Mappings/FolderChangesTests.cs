using FakeJira.Stubs;
using FakeJira.Stubs.Mappings;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Stubs.Mappings;

/// <summary>Whatever was written and deleted before, a folder is what a new server would read.</summary>
public sealed class FolderChangesTests
{
    private static readonly string[] Names = ["a.json", "b.json", "c/d.json"];

    /// <summary>What is written into one of the files, nothing for a file that is deleted.</summary>
    private static readonly Gen<(string File, string? Text)> Steps =
        from file in Gen.Elements(Names)
        from path in Gen.Elements("/x", "/y")
        from id in Gen.Elements("", """ "Guid": "6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b11", """, """ "Guid": "6f1f3f39-6d3b-4c05-9c4e-8d1f6f0a7b12", """)
        from body in Gen.Choose(1, 3)
        from kind in Gen.Choose(0, 5)
        select (file, kind switch
        {
            0 => null,
            1 => $$"""{ {{id}} "IsDisabled": true, "Request": { "Path": "{{path}}" }, "Response": { "Body": "{{body}}" } }""",
            _ => $$"""{ {{id}} "Request": { "Path": "{{path}}" }, "Response": { "Body": "{{body}} of {{file}}" } }""",
        });

    [Category("Slow")]
    [Test]
    public void A_folder_that_was_edited_again_and_again_is_what_a_new_server_would_read() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Steps.ListOf().ToArbitrary(), steps =>
        {
            using var folder = new TemporaryFolder();
            var edited = Read(folder);
            foreach (var (file, text) in steps)
            {
                if (text is not null)
                {
                    folder.Write(file, text);
                }
                else if (File.Exists(Path.Combine(folder.Path, file)))
                {
                    folder.Delete(file);
                }

                edited.Scan();
                var fresh = Read(folder).Content;

                edited.Content.Problems.ShouldBe(fresh.Problems);
                edited.Content.Mappings.Select(Told).ShouldBe(fresh.Mappings.Select(Told));
                Answering(edited.Content).ShouldBe(Answering(fresh));
                edited.Content.Mappings.ShouldAllBe(mapping => ReferenceEquals(edited.Content.Find(mapping.Id), mapping));
            }
        }));

    private static MappingFolder Read(TemporaryFolder folder)
    {
        var read = new MappingFolder(folder.Path, new(new Dictionary<string, Operation>(), folder.Path, 0, () => 0, false));
        read.Scan();
        return read;
    }

    /// <summary>In the order in which they are asked.</summary>
    private static string[] Answering(FolderContent content) => [.. content.Index.Stubs.Order(Stub.Asked).Cast<MappingStub>().Select(stub => Told(stub.Mapping))];

    private static string Told(Mapping mapping) => $"{mapping.Name} {mapping.Id} {mapping.IsDisabled} {mapping.Document}";
}
