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
                    var poll = PollOf(id);
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

    [Test]
    public void One_more_or_one_less_among_a_hundred_thousand_copies_a_few_branches_and_not_the_hundred_thousand()
    {
        var polls = PollsById.Empty(id => id.Aggregate(17, (hash, letter) => unchecked((hash ^ letter) * 16_777_619)));
        foreach (var number in Enumerable.Range(0, 100_000))
        {
            polls = polls.With(PollOf($"{number}"));
        }

        var another = PollOf("another");
        var before = GC.GetAllocatedBytesForCurrentThread();
        polls.With(another).Without("another").Count.ShouldBe(100_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(4_000);
    }

    private static Poll PollOf(string id) => new(1, id, PollBody.Parse("{}"u8.ToArray())!);

    private static void ShouldBeTheSame(PollsById polls, Dictionary<string, Poll> dictionary)
    {
        polls.Count.ShouldBe(dictionary.Count);
        polls.All.OrderBy(poll => poll.Id).ShouldBe(dictionary.Values.OrderBy(poll => poll.Id));
        dictionary.Keys.ShouldAllBe(id => polls.Find(id) == dictionary[id]);
    }
}
