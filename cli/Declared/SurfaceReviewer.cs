using Conformance.Drivers;
using Conformance.Drivers.Api;
using Conformance.Drivers.Profiles;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Steps.Running;
using Conformance.Verdicts;

namespace Conformance.Cli.Declared;

/// <summary>
/// Compares what a product shows of itself (the operations that it describes, the screens that links lead to) with the standard and with what the profile
/// declares. What it finds is for a reviewer; 不適合 is only what was executed and is a 実装不可 function.
/// </summary>
internal sealed class SurfaceReviewer(Standard standard, RoleContracts role, TargetSession target, IReadOnlyList<MappedOperation>? beside = null)
{
    private const int GapsTold = 5;

    private readonly ExchangeUse use = new(role);
    private readonly List<SurfaceFinding> findings = [];
    private readonly List<RecognisedPlace> recognised = [];
    private readonly List<SearchedPlace> shown = [];

    private Profile Profile => target.Profile;

    /// <param name="surfaces">Where the run already looked; each surface is searched once per run.</param>
    public async Task<SurfaceReview> ReviewAsync(ProductSurfaces surfaces, bool screens, CancellationToken cancellationToken)
    {
        var searched = new List<SearchedSurface>();
        if (target.Api is not null)
        {
            searched.Add(await SearchAsync("api", () => surfaces.OfAsync("api", cancellationToken), cancellationToken));
        }

        if (screens && target.Ui is not null)
        {
            searched.Add(await SearchAsync("ui", () => surfaces.OfAsync("ui", cancellationToken), cancellationToken));
        }

        Optional();
        return new SurfaceReview(searched, [.. findings.DistinctBy(finding => (finding.Kind, finding.Surface, finding.Place, finding.Unit))], recognised);
    }

    private async Task<SearchedSurface> SearchAsync(string surface, Func<Task<SurfaceSearch>> search, CancellationToken cancellationToken)
    {
        SurfaceSearch seen;
        try
        {
            seen = await search();
        }
        catch (Exception e) when (e is NotOfferedException or TargetUnreachableException or ProfileMismatchException or BadInputException or Microsoft.Playwright.PlaywrightException or TimeoutException)
        {
            return new SearchedSurface(surface, 0, 0, 0, 0, 0, 0, e is NotOfferedException ? "製品はAPIの記述を公開しておらず、プロファイルにもない" : e.Message.Split('\n')[0]);
        }

        var places = seen.Places;
        shown.AddRange(places);
        var counts = new Dictionary<Owner, int>();
        foreach (var place in places)
        {
            var owner = await OwnerAsync(place, cancellationToken);
            counts[owner] = counts.GetValueOrDefault(owner) + 1;
        }

        if (surface == "api")
        {
            Undescribed(places);
        }

        int Count(Owner owner) => counts.GetValueOrDefault(owner);
        return new SearchedSurface(surface, places.Count, Count(Owner.Mapping), Count(Owner.Function), Count(Owner.Declaration), Count(Owner.Common), Count(Owner.Nobody),
            seen.Gaps.Count > 0 ? string.Join("；", seen.Gaps.Take(GapsTold)) : null);
    }

    private async Task<Owner> OwnerAsync(SearchedPlace place, CancellationToken cancellationToken)
    {
        if (IsMapped(place))
        {
            return Owner.Mapping;
        }

        if (Profile.Additions.FirstOrDefault(addition => Covers(addition, place)) is not null)
        {
            return Owner.Declaration;
        }

        var first = place.Surface == "ui" ? target.Ui!.First.AbsolutePath : "";
        if (CommonPlaces.RuleOf(place, first) is { } rule)
        {
            recognised.Add(new RecognisedPlace(place.Surface, Told(place), rule));
            return Owner.Common;
        }

        if (Forbidden(place) is { } forbidden)
        {
            var (answered, how) = await ExecuteAsync(place, cancellationToken);
            findings.Add(new SurfaceFinding(answered ? SurfaceFindingKind.ForbiddenAnswers : SurfaceFindingKind.Undeclared, place.Surface, Told(place), forbidden.Unit,
                $"実装不可の機能「{forbidden.Unit}」の言葉「{forbidden.Word}」に当たる。{how}"));
            return Owner.Nobody;
        }

        if (standard.Functions.FirstOrDefault(function => Binds(function) && NameMatch.Alike(function.Name, Name(place))) is { } own)
        {
            return IsDeclared(own) ? Owner.Function : Undeclared(place, own);
        }

        findings.Add(new SurfaceFinding(SurfaceFindingKind.Undeclared, place.Surface, Told(place), null, standard.UnlistedForbidden
            ? "標準のどの機能にも、宣言された追加機能にも当たらない。この標準仕様は定めのない機能の実装を認めない"
            : "標準のどの機能にも、宣言された追加機能にも当たらない。この標準仕様は定めのない機能を妨げない"));
        return Owner.Nobody;
    }

    private Owner Undeclared(SearchedPlace place, Function function)
    {
        findings.Add(new SurfaceFinding(SurfaceFindingKind.PresentUndeclared, place.Surface, Told(place), function.Id.Value, $"標準オプション機能「{function.Name}」に当たるが、declares にない"));
        return Owner.Nobody;
    }

    private bool IsMapped(SearchedPlace place) => place.Surface == "api"
        ? target.Api!.Operations.Concat(beside ?? []).Any(operation => (operation.Method == place.Method || (operation.Method is "GET" or "POST" && place.Method is "GET" or "POST")) && PathShape.Same(operation.FromRoot, place.Path))
        : Profile.Ui!.Exchanges.Values.SelectMany(exchange => exchange.Steps).Select(step => step.Open).OfType<string>().Any(open => open.StartsWith('/')
            ? place.Path.Contains(open.Split('{')[0].TrimEnd('/'), StringComparison.Ordinal) && open.Split('{')[0].Length > 1
            : Array.TrueForAll([open.Split('>')[^1]], last => NameMatch.Same(last, place.ReachedBy) || NameMatch.Same(last, place.Title)));

    private static bool Covers(Addition addition, SearchedPlace place) => place.Surface == "api"
        ? addition.Operations.Any(operation => operation.Split(' ') is [var method, var path] && method == place.Method && PathShape.Same(path, place.Path))
        : addition.Screens.Any(screen => screen.StartsWith('/') ? place.Path == screen || place.Path.StartsWith(screen.TrimEnd('/') + "/", StringComparison.Ordinal)
            : NameMatch.Same(screen, place.Title) || NameMatch.Same(screen, place.ReachedBy));

    private (string Unit, string Word)? Forbidden(SearchedPlace place)
    {
        foreach (var function in standard.Functions.Where(function => function.Classes.TryGetValue(Profile.Class, out var required) && required == RequirementClass.Forbidden))
        {
            var words = role.ContractOf(function.Id.Value)?.List("words") ?? [];
            if (words.FirstOrDefault(word => place.Finds(word) is not null) is { } word)
            {
                return (function.Id.Value, word);
            }

            if (NameMatch.Same(function.Name, Name(place)))
            {
                return (function.Id.Value, function.Name);
            }
        }

        return null;
    }

    // A screen was opened when it was found. An operation is called with an empty object.
    private async Task<(bool Answered, string How)> ExecuteAsync(SearchedPlace place, CancellationToken cancellationToken)
    {
        if (place.Surface == "ui")
        {
            return (true, "画面を開いたところ、表示された");
        }

        try
        {
            var answer = await target.Api!.ProbeAsync(place.Method, PathShape.Callable(place.Path), cancellationToken);
            return answer.Result switch
            {
                ProbeResult.Absent => (false, $"実行したが、応じない（{answer.Told}）"),
                ProbeResult.Unclear => (false, $"実行したが、何も言えない（{answer.Told}）"),
                _ => (true, $"実行したところ、応じた（{answer.Told}）"),
            };
        }
        catch (TargetUnreachableException e)
        {
            return (false, "実行できない：" + e.Message);
        }
    }

    // A description that lacks what is known to be there may lack anything else.
    private void Undescribed(IReadOnlyList<SearchedPlace> places)
    {
        foreach (var operation in target.Api!.Operations.Where(operation => role.Exchanges.ContainsKey(operation.Exchange)).DistinctBy(operation => (operation.Method, operation.FromRoot))
            .Where(operation => !places.Any(place => PathShape.Same(operation.FromRoot, place.Path))))
        {
            findings.Add(new SurfaceFinding(SurfaceFindingKind.Undescribed, "api", $"{operation.Method} {operation.FromRoot}", null,
                $"「{operation.Exchange}」として使っているのに、製品のAPI記述にない。この記述に無いことは、何の証拠にもならない"));
        }
    }

    // 標準オプション functions: what is declared has to be there, and what is there has to be declared.
    private void Optional()
    {
        foreach (var function in standard.Functions.Where(function => role.Unit == VerdictUnit.Function && function.Classes.TryGetValue(Profile.Class, out var required) && required == RequirementClass.Optional))
        {
            var id = function.Id.Value;
            var own = use.OnlyOf(id);
            var offered = own.Where(exchange => target.Api?.Offers(exchange) == true || target.Ui?.Offers(exchange) == true).ToList();
            if (IsDeclared(function) && own.Count > 0 && offered.Count == 0)
            {
                findings.Add(new SurfaceFinding(SurfaceFindingKind.DeclaredAbsent, "api", string.Join("、", own), id, "declares にあるが、プロファイルはこの機能の操作をAPIにも画面にも対応付けていない"));
            }
            else if (IsDeclared(function) && Gone(offered) is { Count: > 0 } gone)
            {
                findings.Add(new SurfaceFinding(SurfaceFindingKind.DeclaredAbsent, "api", string.Join("、", gone), id, "declares にあるが、製品のAPI記述にも画面にもこの機能の操作がない"));
            }
            else if (!IsDeclared(function) && !Profile.NotApplicable.ContainsKey(id) && offered.Where(exchange => !Gone([exchange]).Contains(exchange)).ToList() is { Count: > 0 } there)
            {
                findings.Add(new SurfaceFinding(SurfaceFindingKind.PresentUndeclared, "api", string.Join("、", there), id, $"標準オプション機能「{function.Name}」の操作があるのに、declares にない"));
            }
        }
    }

    /// <summary>Of these exchanges the ones that the product shows nowhere; none where it shows nothing at all.</summary>
    private IReadOnlyList<string> Gone(IReadOnlyList<string> exchanges)
    {
        var described = shown.Where(place => place.Surface == "api").ToList();
        return described.Count == 0 ? [] :
        [
            .. exchanges.Where(exchange => target.Api?.Operations.Where(operation => operation.Exchange == exchange).ToList() is { Count: > 0 } operations
                && !operations.Exists(operation => described.Exists(place => PathShape.Same(operation.FromRoot, place.Path))) && target.Ui?.Offers(exchange) != true),
        ];
    }

    private bool Binds(Function function) => function.Classes.TryGetValue(Profile.Class, out var required) && required != RequirementClass.Forbidden;

    private bool IsDeclared(Function function) =>
        function.Classes.GetValueOrDefault(Profile.Class) != RequirementClass.Optional || Profile.Declares.Functions.Contains(function.Id.Value);

    private static string Name(SearchedPlace place) => place.Title.Length > 0 ? place.Title : place.ReachedBy;

    private static string Told(SearchedPlace place) => place.Surface == "ui" ? place.Name : place.Title.Length > 0 ? $"{place.Name} {place.Title}" : place.Name;

    private enum Owner
    {
        Mapping,
        Function,
        Declaration,
        Common,
        Nobody,
    }
}
