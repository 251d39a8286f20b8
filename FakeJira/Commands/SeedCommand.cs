using System.CommandLine;
using FakeJira.Seeding;
using FakeJira.Stubs;
using Newtonsoft.Json;

namespace FakeJira.Commands;

/// <summary>Prints a seed as the whole state document that it stands for; a mistake in it is told instead.</summary>
internal static class SeedCommand
{
    public static Command Create(TextWriter output)
    {
        var seed = new Argument<string>("seed") { Description = "vendor, empty, or the path of a state document.", DefaultValueFactory = _ => Seed.Vendor };
        var schema = new Option<bool>("--schema") { Description = "Print the JSON schema of seed files instead, for editors: name it as \"$schema\" in a seed file." };
        var command = new Command("seed", "Prints a seed as the whole state document that it stands for: a start for a seed file of your own.") { seed, schema };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(schema))
            {
                output.Write(StateSchema.Read());
                return;
            }

            var sites = new Sites(Catalog.Contracts, new SiteOptions(1, TimeProvider.System, null, 0), _ => { });
            output.WriteLine(StateDocument.Write(Seed.Of(parsed.GetValue(seed)!, sites), sites).ToString(Formatting.Indented));
        });
        return command;
    }
}
