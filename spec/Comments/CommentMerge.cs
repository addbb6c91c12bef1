namespace Conformance.Spec.Comments;

/// <summary>Puts newly read comments to those that are there. A reply is filled in, and never replaced by another one.</summary>
/// <param name="Comments">All of them.</param>
/// <param name="Answered">How many got a reply or disposition that they lacked.</param>
/// <param name="Conflicts">Two different replies to one opinion: the one that was there stays.</param>
public sealed record CommentMerge(IReadOnlyList<Comment> Comments, int Added, int Answered, int Unchanged, IReadOnlyList<(Comment Kept, Comment Other)> Conflicts)
{
    public static CommentMerge Of(IReadOnlyList<Comment> there, IReadOnlyList<Comment> read)
    {
        var merged = there.DistinctBy(comment => comment.Identity).ToDictionary(comment => comment.Identity);
        var order = merged.Keys.ToList();
        var (added, answered, unchanged) = (0, 0, 0);
        var conflicts = new List<(Comment, Comment)>();
        foreach (var comment in read)
        {
            if (!merged.TryGetValue(comment.Identity, out var old))
            {
                merged[comment.Identity] = comment;
                order.Add(comment.Identity);
                added++;
                continue;
            }

            if (Differ(old.Reply, comment.Reply) || Differ(old.Disposition, comment.Disposition))
            {
                conflicts.Add((old, comment));
                continue;
            }

            var filled = old with { Reply = old.Reply.Length > 0 ? old.Reply : comment.Reply, Disposition = old.Disposition.Length > 0 ? old.Disposition : comment.Disposition };
            (answered, unchanged) = filled == old ? (answered, unchanged + 1) : (answered + 1, unchanged);
            merged[comment.Identity] = filled;
        }

        return new CommentMerge([.. order.Select(identity => merged[identity])], added, answered, unchanged, conflicts);
    }

    private static bool Differ(string a, string b) => a.Length > 0 && b.Length > 0 && a != b;
}
