using System.CommandLine;
using System.Globalization;
using Conformance.Cli.Commands.Specs;
using Conformance.Cli.Proposals;
using Conformance.Cli.Runs;
using Conformance.Drivers;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Proposals;
using Conformance.Spec;
using Conformance.Spec.Contracts;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Commands.Profiles;

/// <summary><c>profile init</c>: proposes a profile from what a product describes of its API and shows on its screens.</summary>
internal static class ProfileInitCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public static Command Build()
    {
        var standard = new Option<string>("--standard") { Description = "業務ID, such as 031, or with its edition 031/2.1.", Required = true };
        var role = new Option<string?>("--role") { Description = "The lane that the product plays; may be left out where the standard has one." };
        var openapi = new Option<string?>("--openapi") { Description = "The product's OpenAPI 3 document, JSON or YAML: a file, or an address.", HelpName = "FILE|URL" };
        var address = new Option<string?>("--base") { Description = "Address where the paths of the API begin; else what the document says, or where it came from.", HelpName = "URL" };
        var screens = new Option<string?>("--screens") { Description = "Address of the first screen. Links are followed; nothing but the login is submitted.", HelpName = "URL" };
        var login = new Option<string[]>("--login") { Description = "Name of a variable of the environment that holds name:password of an operator. May be given several times; the first one looks.", HelpName = "VARIABLE" };
        var municipality = new Option<string>("--class") { Description = "指定都市, 中核市 or 一般市区町村.", DefaultValueFactory = _ => "一般市区町村" };
        municipality.AcceptOnlyFromAmong("指定都市", "中核市", "一般市区町村");
        var environment = new Option<string>("--environment") { Description = "test, staging or production. Only a test environment is ever written to.", DefaultValueFactory = _ => "staging" };
        environment.AcceptOnlyFromAmong("test", "staging", "production");
        var output = new Option<string>("--out") { Description = "The profile to write; one that is there already stays.", Required = true, HelpName = "FILE" };
        var language = LanguageOption.Build();
        var command = new Command("init", "Propose a profile: exchanges of the standard, operations and screens of the product, with a confidence on each guess.") { standard, role, openapi, address, screens, login, municipality, environment, output, language };
        command.SetAction((parsed, cancellationToken) => Guard.RunAsync(async () =>
        {
            var file = parsed.GetValue(output)!;
            if (File.Exists(file))
            {
                throw new BadInputException(new Problem("CF6032", file, 0, 0, "The file is there already.", "Choose another name; a proposal overwrites nothing."));
            }

            var (api, place) = (parsed.GetValue(openapi), parsed.GetValue(screens));
            if (api is null && place is null)
            {
                throw new BadInputException(new Problem("CF6044", "--openapi", 0, 0, "Neither --openapi nor --screens is given: there is nothing to propose from.", "Give the product's OpenAPI document, the address of its first screen, or both."));
            }

            var loaded = StandardSelection.One(parsed.GetValue(standard)!);
            var lane = Role(loaded, parsed.GetValue(role));
            var kind = parsed.GetValue(municipality) switch { "指定都市" => MunicipalityClass.DesignatedCity, "中核市" => MunicipalityClass.CoreCity, _ => MunicipalityClass.Other };
            (DescribedApi Api, Uri Base, string Path)? described = api is null ? null : await DescribeAsync(api, parsed.GetValue(address), cancellationToken);
            var operators = parsed.GetValue(login) ?? [];
            (OfferedLogin? Login, IReadOnlyList<OfferedPlace>? Screens) offered = place is null ? default : await ScreensAsync(Address("--screens", place), operators, cancellationToken);
            var proposal = Proposal.Of(new ProposalSource(loaded, lane, kind, parsed.GetValue(environment)!, described?.Api, described?.Base, described?.Path ?? "",
                offered.Screens, place is null ? null : Address("--screens", place), offered.Login, operators)
            {
                Sought = SoughtExchanges.Of(loaded, lane, kind),
                Vocabulary = ItemNames.Of(loaded),
            });
            OutputFile.Write(file, ProposalText.Of(proposal, parsed.GetValue(language)!));
            Tell(proposal, file, parsed.IsEnglish(language));
            return ExitCode.Conforms;
        }));
        return command;
    }

    private static RoleContracts Role(Standard standard, string? name) => name is not null ? standard.Role(name)
        : standard.Roles is [var only] ? only
        : throw new BadInputException(new Problem("CF6045", "--role", 0, 0, $"The standard {standard.Id} has several roles.", "Give --role, one of: " + string.Join(", ", standard.Roles.Select(role => role.Name)) + "."));

    private static Uri Address(string option, string text) => Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new BadInputException(new Problem("CF6042", option, 0, 0, $"「{text}」 is no absolute http or https address.", "Write it like http://product.example:8080/."));

    private static async Task<(DescribedApi Api, Uri Base, string Path)> DescribeAsync(string where, string? given, CancellationToken cancellationToken)
    {
        if (!where.StartsWith("http://", StringComparison.Ordinal) && !where.StartsWith("https://", StringComparison.Ordinal))
        {
            var own = DescribedApi.Read(InputFile.Text(where), where);
            return (own, Address("--base", given ?? (own.Server.Length > 0 ? own.Server : "http://127.0.0.1:8080/")), "");
        }

        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        string text;
        try
        {
            text = await client.GetStringAsync(new Uri(where), cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or UriFormatException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new BadInputException(new Problem("CF6046", where, 0, 0, "The description cannot be fetched: " + e.Message, "Check the address, or fetch it by hand and give the file."));
        }

        var api = DescribedApi.Read(text, where);
        var start = Address("--base", given ?? (api.Server.Length > 0 ? api.Server : new Uri(where).GetLeftPart(UriPartial.Authority)));
        return (api, start, where.StartsWith(start.ToString(), StringComparison.Ordinal) ? where[start.ToString().Length..] : "");
    }

    private static async Task<(OfferedLogin? Login, IReadOnlyList<OfferedPlace>? Screens)> ScreensAsync(Uri start, IReadOnlyList<string> operators, CancellationToken cancellationToken)
    {
        var secrets = new Secrets();
        var unset = operators.Where(name => !secrets.Has(name)).ToList();
        if (unset.Count > 0)
        {
            throw new BadInputException([.. unset.Select(name => new Problem("CF5009", "--login", 0, 0, $"The environment variable {name} is not set.", $"Set it to name:password of an operator: export {name}=…"))]);
        }

        try
        {
            return await ScreenOffer.LookAsync(start, operators, secrets, TimeProvider.System, cancellationToken);
        }
        catch (Exception e) when (e is TargetUnreachableException or ProfileMismatchException)
        {
            throw new BadInputException(new Problem("CF6047", start.ToString(), 0, 0, "The screens cannot be looked at: " + e.Message, "Check the address, and name and password of the operator (--login)."));
        }
    }

    private static void Tell(Proposal proposal, string file, bool english)
    {
        foreach (var (surface, guesses) in new[] { ("API", proposal.Api), (english ? "screens" : "画面", proposal.Ui) })
        {
            if (guesses is null)
            {
                continue;
            }

            foreach (var same in guesses.GroupBy(guess => guess.Exchange.Class))
            {
                int Count(string word) => same.Count(guess => guess.Word == word);
                var kind = same.Key switch { "mandatory" => "◎", "forbidden" => "×", _ => "○" };
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{surface} {kind} {same.Count(guess => guess.Place is not null)}/{same.Count()}  高 {Count("高")}  中 {Count("中")}  低 {Count("低")}  TODO {Count("")}"));
            }
        }

        if (proposal.Source is { Login: not null, Operators.Count: 0 })
        {
            Console.WriteLine(english ? "The first screen asks for a login: give --login VARIABLE to look behind it." : "最初の画面がログインを求めている。--login 変数名 を付けると、その先も見る。");
        }

        Console.WriteLine(english
            ? $"{file}: check every guess, then: conformance profile lint {file}; conformance doctor --profile {file}"
            : $"{file}：推測を一つずつ確かめ、続けて conformance profile lint {file}、conformance doctor --profile {file}");
    }
}
