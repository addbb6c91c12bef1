using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Proposals;

/// <summary>Screens as what exchanges may be mapped to.</summary>
internal static class OfferedScreens
{
    /// <summary>Where only the login is wanted.</summary>
    public static UiExchange NoExchange { get; } = new() { Name = "", At = default, Steps = [] };

    /// <summary>The login form on a screen; null where there is none.</summary>
    public static OfferedLogin? Login(Screen screen, Uri start)
    {
        var password = screen.Fields.FirstOrDefault(field => field.Type == "password");
        var name = screen.Fields.TakeWhile(field => field != password).LastOrDefault(field => !field.IsChoice);
        var button = screen.Actions.FirstOrDefault(action => !action.Link && !action.Menu);
        if (password is null || name is null || button is null)
        {
            return null;
        }

        var path = Uri.TryCreate(screen.Url, UriKind.Absolute, out var here) && here.AbsolutePath.StartsWith(start.AbsolutePath, StringComparison.Ordinal)
            ? here.AbsolutePath[start.AbsolutePath.Length..] : "";
        return new OfferedLogin(path.Length > 0 ? "/" + path : "", LabelText.Clean(name.Name), LabelText.Clean(password.Name), LabelText.Clean(button.Name));
    }

    /// <summary>Screens on which something can be done or read, each once.</summary>
    public static IReadOnlyList<OfferedPlace> Of(IReadOnlyList<CrawledScreen> screens)
    {
        // Words that lead to several places do not tell which.
        var ambiguous = screens.GroupBy(seen => seen.Link).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. screens.Select(seen => new OfferedPlace(seen.Address.AbsolutePath,
                [.. new[] { seen.Link, LabelText.Clean(seen.Screen.Top), LabelText.Clean(seen.Screen.Title.Split('｜', '|')[0]), seen.Address.Segments[^1].Trim('/') }.Where(text => text.Length > 0).Distinct()],
                [.. seen.Screen.Fields.Where(field => field.Name.Length > 0).Select(field => new OfferedField(LabelText.Clean(field.Name), LabelText.Clean(field.Name), field.Options)).DistinctBy(field => field.Name)],
                [.. seen.Screen.Tables.SelectMany(table => table.Headers).Where(header => header.Length > 0).Distinct().Select(header => new OfferedField(LabelText.Clean(header), LabelText.Clean(header), []))])
            {
                Path = seen.Address.AbsolutePath,
                Menu = ambiguous.Contains(seen.Link) ? "" : seen.Link,
                Buttons = [.. seen.Screen.Actions.Where(action => !action.Link && !action.Menu && !action.LogsOut).Select(action => LabelText.Clean(action.Name)).Distinct()],
                Tables = [.. seen.Screen.Tables.Select(table => table.Name).Where(name => name.Length > 0).Distinct()],
            }).Where(place => place.Takes.Count > 0 || place.Buttons.Count > 0 || place.Tables.Count > 0),
        ];
    }
}
