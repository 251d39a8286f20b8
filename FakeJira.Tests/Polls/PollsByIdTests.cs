using FakeJira.Polls.Bodies;
using FakeJira.Polls.World;
using FsCheck;
using FsCheck.Fluent;

namespace FakeJira.Tests.Polls;

public class PollsByIdTests
{
    /// <summary>From hashes that are all different to one that all ids share.</summary>
    private static readonly Func<string, int>[] Hashes = [id => id.GetHashCode(StringComparison.Ordinal), id => id.Length, id => id[^1] << 28, _ => -1];

    [Test]
    public void It_has_what_a_dictionary_has_whatever_is_put_in_and_taken_out_even_where_hashes_are_the_same() =>
        Prop.ForAll(Gen.Choose(0, Hashes.Length - 1).Zip(Gen.ListOf(Gen.Choose(0, 40).Zip(Gen.Elements(true, true, false)))).ToArbitrary(), run =>
        {
            var dictionary = new Dictionary<string, Poll>();
            var polls = PollsById.Empty(Hashes[run.Item1]);
            foreach (var (number, isAdded) in run.Item2)
            {
                var id = $"poll-{number}";
                var before = (Polls: polls, There: dictionary.ToDictionary());
                if (isAdded)
                {
                    var poll = new Poll(1, id, PollBody.Parse("{}"u8.ToArray())!);
                    (dictionary[id], polls) = (poll, polls.With(poll));
                }
                else if (dictionary.Remove(id))
                {
                    polls = polls.Without(id);
                }

                ShouldBeTheSame(before.Polls, before.There);
                ShouldBeTheSame(polls, dictionary);
                polls.Find($"{id} of nobody").ShouldBeNull();
            }
        }).QuickCheckThrowOnFailure();

    private static void ShouldBeTheSame(PollsById polls, Dictionary<string, Poll> dictionary)
    {
        polls.Count.ShouldBe(dictionary.Count);
        polls.All.OrderBy(poll => poll.Id).ShouldBe(dictionary.Values.OrderBy(poll => poll.Id));
        dictionary.Keys.ShouldAllBe(id => polls.Find(id) == dictionary[id]);
    }
}
