using System.Numerics;

namespace FakeJira.Polls.World;

/// <summary>
/// Polls by id: an immutable hash trie of sixteen branches a level. The dictionaries of the BCL are binary trees, which copy a node for each of their many
/// levels: most of what making a poll cost.
/// </summary>
internal sealed class PollsById
{
    private const int Bits = 4;
    private const int HashBits = 32;

    private readonly Node _root;
    private readonly Func<string, int> _hash;

    private PollsById(Node root, int count, Func<string, int> hash) => (_root, Count, _hash) = (root, count, hash);

    public int Count { get; }

    public IEnumerable<Poll> All => _root.All;

    /// <param name="hash">Of an id.</param>
    public static PollsById Empty(Func<string, int> hash) => new(new Node(0, []), 0, hash);

    public Poll? Find(string id) => _root.Find(id, (uint)_hash(id), 0);

    /// <summary>With a poll that is new, or in the place of the one of its id.</summary>
    public PollsById With(Poll poll)
    {
        var isNew = true;
        var root = _root.With(poll, (uint)_hash(poll.Id), 0, _hash, ref isNew);
        return new(root, isNew ? Count + 1 : Count, _hash);
    }

    /// <summary>Without a poll that is there.</summary>
    public PollsById Without(string id) => new(_root.Without(id, (uint)_hash(id), 0) ?? new Node(0, []), Count - 1, _hash);

    /// <summary>Some of sixteen branches, each a poll or a node; below the last bit of the hash a plain list of polls.</summary>
    private sealed class Node(uint filled, object[] slots)
    {
        public IEnumerable<Poll> All => slots.SelectMany(slot => slot is Node node ? node.All : [(Poll)slot]);

        public Poll? Find(string id, uint hash, int depth)
        {
            if (Place(id, hash, depth) is not (true, var place))
            {
                return null;
            }

            return slots[place] is Node node ? node.Find(id, hash, depth + Bits) : slots[place] is Poll poll && poll.Id == id ? poll : null;
        }

        public Node With(Poll poll, uint hash, int depth, Func<string, int> hashOf, ref bool isNew)
        {
            var (isFilled, place) = Place(poll.Id, hash, depth);
            if (!isFilled)
            {
                return new(depth < HashBits ? filled | Branch(hash, depth) : 0, [.. slots.AsSpan(0, place), poll, .. slots.AsSpan(place)]);
            }

            var next = (object[])slots.Clone();
            if (slots[place] is Node node)
            {
                next[place] = node.With(poll, hash, depth + Bits, hashOf, ref isNew);
            }
            else if (slots[place] is Poll there && there.Id != poll.Id)
            {
                var dismissed = true;
                next[place] = new Node(0, []).With(there, (uint)hashOf(there.Id), depth + Bits, hashOf, ref dismissed).With(poll, hash, depth + Bits, hashOf, ref dismissed);
            }
            else
            {
                next[place] = poll;
                isNew = false;
            }

            return new(filled, next);
        }

        /// <summary>Null when nothing is left.</summary>
        public Node? Without(string id, uint hash, int depth)
        {
            var (_, place) = Place(id, hash, depth);
            if (slots[place] is Node node && node.Without(id, hash, depth + Bits) is { } rest)
            {
                var next = (object[])slots.Clone();
                next[place] = rest;
                return new(filled, next);
            }

            return slots.Length == 1 ? null : new(depth < HashBits ? filled & ~Branch(hash, depth) : 0, [.. slots.AsSpan(0, place), .. slots.AsSpan(place + 1)]);
        }

        private static uint Branch(uint hash, int depth) => 1u << (int)((hash >> depth) & 15);

        /// <summary>Where an id is or would be among the slots.</summary>
        private (bool IsFilled, int Place) Place(string id, uint hash, int depth)
        {
            if (depth < HashBits)
            {
                var branch = Branch(hash, depth);
                return ((filled & branch) != 0, BitOperations.PopCount(filled & (branch - 1)));
            }

            var place = Array.FindIndex(slots, slot => ((Poll)slot).Id == id);
            return place < 0 ? (false, slots.Length) : (true, place);
        }
    }
}
