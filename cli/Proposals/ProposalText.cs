using System.Globalization;
using System.Text;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Spec;

namespace Conformance.Cli.Proposals;

/// <summary>A proposal as a profile: every guess with its confidence and the next best above it, what was not found as a TODO, 実装必須 first. The same
/// proposal gives the same bytes.</summary>
internal sealed class ProposalText(string language)
{
    private readonly StringBuilder text = new();

    public static string Of(Proposal proposal, string language) => new ProposalText(language).Write(proposal);

    private string Said(string ja, string en) => language == "en" ? en : ja;

    private string Write(Proposal proposal)
    {
        var source = proposal.Source;
        Comment(Said("対象プロファイルの案。推測なので、一つずつ確かめて直す。", "A proposed profile. These are guesses: check and correct each."));
        Comment(Said("高・中・低と数は確からしさ、「次点」は次に近いもの。TODO は人が埋める。", "高 (high), 中 (medium), 低 (low) and the number say how sure it is; \"next\" is what comes next. A TODO is for you."));
        Comment(Said("直したら conformance profile lint FILE、続けて conformance doctor --profile FILE で確かめる。", "Then: conformance profile lint FILE, and conformance doctor --profile FILE."));
        Line($"product: {{name: {YamlWord.Of(source.Api?.Title is { Length: > 0 } title ? title : Said("未記入", "TODO"))}, version: '{(source.Api?.Version ?? "").Replace("'", "", StringComparison.Ordinal)}', vendor: {Said("未記入", "TODO")}}}");
        Line($"standard: '{source.Standard.Id}'");
        Line($"edition: '{source.Standard.Edition}'");
        Line($"roles: [{YamlWord.Of(source.Role.Name)}]");
        Line($"class: {ClassName(source.Class)}");
        Comment(Said("TODO 実行は架空の人物を登録する。書き込んでよい試験環境なら kind: test にする。", "TODO A run stores people who do not exist. Where this is a test environment that may be written to, say kind: test."));
        Line($"environment: {{kind: {source.Environment}, owner: {Said("未記入", "TODO")}, settings: read-only}}");
        var optional = source.Standard.Functions.Where(function => function.Classes.TryGetValue(source.Class, out var required) && required == RequirementClass.Optional).ToList();
        Comment(optional.Count == 0 ? Said("この標準に標準オプション機能はない。", "The standard has no optional functions.")
            : Said("TODO 製品が備える標準オプション機能の機能IDを書く：", "TODO Name the optional functions that the product has: ") + string.Join("、", optional.Select(function => $"{function.Id.Value} {function.Name}")));
        Line($"declares: {{functions: [], reason: {Said("未記入（確認していない）", "TODO (not looked at yet)")}}}");
        Comment(Said("TODO 呼び出しに業務IDが要るなら書く。", "TODO Where calls need a 業務ID: ") + $"business: '{source.Standard.Id}'");
        if (proposal.Api is { } api)
        {
            Api(source, api);
        }

        if (proposal.Ui is { } ui)
        {
            Ui(source, ui);
        }

        return text.ToString();
    }

    private void Api(ProposalSource source, IReadOnlyList<Guess> guesses)
    {
        Line("api:");
        Line($"  base: {YamlWord.Of(source.ApiBase!.ToString())}");
        if (source.OpenApiPath.Length > 0)
        {
            Line($"  openapi: {YamlWord.Of(source.OpenApiPath)}");
        }

        Comment(Said("TODO 認証のしかたと、秘密情報を渡す環境変数の名前を確かめる。", "TODO Check the way to authenticate, and the names of the variables that hold secrets."), 2);
        Line(source.Api!.Auth switch
        {
            "client_secret_jwt" => $"  auth: {{server: {YamlWord.Of(new Uri(source.ApiBase, source.Api.TokenServer).ToString())}, method: client_secret_jwt, client: '${{env:TARGET_CLIENT_ID}}', secret: '${{env:TARGET_CLIENT_SECRET}}'}}",
            "basic" => "  auth: {method: basic, client: '${env:TARGET_USER}', secret: '${env:TARGET_PASSWORD}'}",
            "bearer" => "  auth: {method: bearer, secret: '${env:TARGET_TOKEN}'}",
            _ => "  auth: {method: none}",
        });
        Mappings(guesses, guess => ApiMapping.Of(guess.Exchange, guess.Place!, source.Vocabulary), place => place.Id);
    }

    private void Ui(ProposalSource source, IReadOnlyList<Guess> guesses)
    {
        Line("ui:");
        Line($"  base: {YamlWord.Of(source.ScreenBase!.ToString())}");
        if (source.Login is { } login)
        {
            var open = login.Path.Length > 0 ? $"open: {YamlWord.Of(login.Path)}, " : "";
            Line($"  login: {{{open}fill: {{{YamlWord.Of(login.Operator)}: '${{operator}}', {YamlWord.Of(login.Password)}: '${{password}}'}}, press: {YamlWord.Of(login.Press)}}}");
            Line($"  operators: [{string.Join(", ", (source.Operators.Count > 0 ? source.Operators : ["TARGET_OPERATOR"]).Select(name => $"'${{env:{name}}}'"))}]");
        }

        Comment(Said("TODO 結果の表や文（read:）は、押すまで見えないため書いていない。", "TODO What shows the result (read:) is seen only after a press, and nothing was pressed."), 2);
        Mappings(guesses, guess => ScreenMapping.Of(guess.Exchange, guess.Place!, source.ScreenBase), place => place.Titles.Count > 0 ? $"「{place.Titles[0]}」" : place.Id);
    }

    private void Mappings(IReadOnlyList<Guess> guesses, Func<Guess, string> mapping, Func<OfferedPlace, string> called)
    {
        foreach (var same in guesses.Where(guess => guess.Place is not null).GroupBy(guess => guess.Exchange.Class))
        {
            Comment($"{Class(same.Key)}", 2);
            foreach (var guess in same)
            {
                Comment($"{guess.Word} {Number(guess.Confidence)} {called(guess.Place!)}{Next(guess, called)}", 2);
                Line($"  {YamlWord.Of(guess.Exchange.Name)}: {mapping(guess)}");
            }
        }

        foreach (var guess in guesses.Where(guess => guess.Place is null))
        {
            Comment($"TODO {Class(guess.Exchange.Class)} {guess.Exchange.Name}{Said("：見つからない。", ": not found.")}{Unshown(guess.Exchange)}{Next(guess, called)}", 2);
        }
    }

    private string Unshown(SoughtExchange exchange) => exchange.Units.Count == 0 ? ""
        : Said($"未検証になるもの：{string.Join("、", exchange.Units)}。", $" Not verified without it: {string.Join(", ", exchange.Units)}.");

    private string Next(Guess guess, Func<OfferedPlace, string> called) => guess.RunnersUp.Count == 0 ? ""
        : Said("　次点：", "  next: ") + string.Join(Said("、", ", "), guess.RunnersUp.Select(other => $"{called(other.Place)} {Number(other.Score)}"));

    private string Class(string word) => word switch
    {
        "mandatory" => Said("◎ 実装必須", "◎ mandatory"),
        "forbidden" => Said("× 実装不可", "× forbidden"),
        _ => Said("○ 標準オプション", "○ optional"),
    };

    private static string ClassName(MunicipalityClass municipality) => municipality switch
    {
        MunicipalityClass.DesignatedCity => "指定都市",
        MunicipalityClass.CoreCity => "中核市",
        _ => "一般市区町村",
    };

    private static string Number(double score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    private void Comment(string said, int indent = 0) => Line($"{new string(' ', indent)}# {YamlWord.Comment(said)}");

    private void Line(string line) => text.Append(line).Append('\n');
}
