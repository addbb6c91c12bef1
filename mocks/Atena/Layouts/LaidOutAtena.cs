using Conformance.Spec;

namespace Conformance.Mocks;

/// <summary>
/// The 住登外者宛名番号管理機能 as a target calls it that has layouts of its own: requests are turned into ours, answers into its. What
/// it lays out nowhere is called as before.
/// </summary>
internal sealed class LaidOutAtena(AtenaFunction function, IReadOnlyList<AtenaLayout> layouts) : INeighbour
{
    private readonly INeighbour inner = function;

    string INeighbour.Name => inner.Name;

    bool INeighbour.Owns(MockRequest request) => layouts.Any(layout => PathTemplate.Match(layout.Path, request.Path) is not null) || inner.Owns(request);

    Receipt INeighbour.Receive(MockRequest request)
    {
        if (Translate(request) is not var (layout, translated))
        {
            // By another method than the profile has for this path.
            return inner.Owns(request) ? inner.Receive(request)
                : new Receipt(layouts.First(layout => PathTemplate.Match(layout.Path, request.Path) is not null).Operation);
        }

        var receipt = inner.Receive(translated);
        return receipt is AtenaReceipt atena ? atena with { Call = atena.Call with { Path = request.Path, Scope = layout.Scope } } : receipt;
    }

    MockAnswer INeighbour.Answer(MockRequest request, Receipt receipt)
    {
        if (Translate(request) is var (layout, translated))
        {
            return LaidOutAnswer.Of(layout, inner.Answer(translated, receipt));
        }

        var methods = layouts.Where(layout => PathTemplate.Match(layout.Path, request.Path) is not null).Select(layout => layout.Method).Distinct().ToList();
        return methods.Count == 0 || inner.Owns(request) ? inner.Answer(request, receipt)
            : new MockAnswer(405, "text/plain; charset=UTF-8", string.Join(", ", methods))
            {
                Headers = new Dictionary<string, string> { ["Allow"] = string.Join(", ", methods) },
                Reasons = [$"The profile describes {string.Join(", ", methods)} at this path."],
            };
    }

    private (AtenaLayout Layout, MockRequest Request)? Translate(MockRequest request)
    {
        var here = layouts.Where(layout => layout.Method == request.Method && PathTemplate.Match(layout.Path, request.Path) is not null).ToList();
        if (here.Count == 0)
        {
            return null;
        }

        var message = LaidOutRequest.Read(request);
        var chosen = here.Find(layout => layout.When.All(when => message?.Text(when.Key) == when.Value));

        // None of those that share the path: a call that does not say what it wants.
        return (chosen ?? here[0], LaidOutRequest.Translate(chosen ?? here[0], known: chosen is not null, request, message));
    }

    /// <summary>CF6841–CF6843: operations, items and paths that cannot be.</summary>
    public static IEnumerable<Problem> Problems(IReadOnlyList<AtenaLayout> layouts)
    {
        foreach (var layout in layouts)
        {
            Problem At(string code, string fact, string remedy) => new(code, layout.File, layout.Line, layout.Column, fact, remedy);
            if (!AtenaOperations.LaidOut.Contains(layout.Operation))
            {
                yield return At("CF6841", $"「{layout.Operation}」 is no call whose layout is open.", $"Use one of: {string.Join(", ", AtenaOperations.LaidOut)}.");
            }

            foreach (var item in layout.Items.Keys.Concat(layout.Answer.Items.Keys).Concat(PathTemplate.Items(layout.Path)).Where(item => AtenaItems.MemberOf(item) is null).Distinct())
            {
                yield return At("CF6842", $"「{layout.Operation}」: there is no item 「{item}」.", "Use the name that the standard prints, such as 氏名_フリガナ.");
            }

            if (!layout.Path.StartsWith('/') || layout.Path.StartsWith("/oauth/", StringComparison.Ordinal) || layout.Path == AuthorisationServer.MetadataPath || AdminPages.Owns(layout.Path))
            {
                yield return At("CF6843", $"「{layout.Operation}」 cannot be at {layout.Path}.", "Give a path from the root that is not the authorisation server's (/oauth) or the journal's (/__admin).");
            }
        }

        foreach (var same in layouts.GroupBy(layout => (layout.Method, layout.Path, When: string.Join(";", layout.When.OrderBy(when => when.Key, StringComparer.Ordinal)))).Where(same => same.Count() > 1))
        {
            var last = same.Last();
            yield return new Problem("CF6843", last.File, last.Line, last.Column, $"{string.Join(" and ", same.Select(layout => $"「{layout.Operation}」"))} cannot be told apart.", "Say under `when` by which member they differ.");
        }
    }
}
