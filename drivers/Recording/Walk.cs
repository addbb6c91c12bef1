using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Recording;

/// <summary>One walk of a person through the screens of an exchange, as its events tell it. Not thread-safe.</summary>
/// <param name="start">Address from which menus are reached; what is done on other hosts, and on login screens, is no part of the walk.</param>
internal sealed class Walk(Uri start)
{
    private readonly List<WalkStep> steps = [];
    private readonly Dictionary<(int Frame, string Id), ScreenField> entered = [];
    private string document = "";
    private bool led;

    public IReadOnlyList<WalkStep> Steps => steps;

    /// <summary>Address that the person typed at the beginning; null where they came from <c>start</c>.</summary>
    public Uri? Address { get; private set; }

    /// <summary>Hosts other than the product's on which the person was at work, such as that of a common sign-in.</summary>
    public IReadOnlyCollection<string> OtherHosts { get; private set; } = [];

    /// <summary>The person signed in meanwhile: the screen that asked for it.</summary>
    public Screen? SignIn { get; private set; }

    /// <summary>Where the same button was pressed twice: the screen at the first press, and what it had set off. A search that found nothing shows there.</summary>
    public (Screen Before, Screen After)? Again { get; private set; }

    /// <summary>What was marked as the result; null before.</summary>
    public WalkEvent? Mark { get; private set; }

    /// <summary>Takes the next event.</summary>
    /// <returns>Whether it is a part of the walk.</returns>
    public bool Take(WalkEvent happened)
    {
        if (!Uri.TryCreate(happened.Screen.Url, UriKind.Absolute, out var here) || here.Scheme is not ("http" or "https"))
        {
            return false;
        }

        if (here.Authority != start.Authority)
        {
            OtherHosts = [.. OtherHosts.Append(here.Authority).Distinct()];
            led = true;
            return false;
        }

        if (happened.Screen.Fields.Any(field => field.Type == "password"))
        {
            (SignIn, led) = (happened.Screen, true);
            entered.Clear();
            return false;
        }

        switch (happened.Kind)
        {
            case WalkEventKind.Open:
                Opened(happened, here);
                return false;
            case WalkEventKind.Enter when Field(happened) is { } field:
                entered[(field.Frame, field.Id)] = field;
                return true;
            case WalkEventKind.Press or WalkEventKind.Submit:
                Pressed(happened);
                return true;
            case WalkEventKind.Mark:
                Mark = happened;
                return true;
            default:
                return false;
        }
    }

    private void Opened(WalkEvent happened, Uri here)
    {
        var shown = happened.Screen.Document.Split('|')[0];
        if (happened.Frame > 0 || shown == document)
        {
            return;
        }

        // Nothing that was pressed led here: somebody typed an address, came back or loaded the page anew.
        if (!led && steps.Count == 0 && document.Length > 0 && here != start)
        {
            Address = here;
        }

        (document, led) = (shown, false);
        entered.Clear();
    }

    private void Pressed(WalkEvent happened)
    {
        var press = happened.Screen.Actions.FirstOrDefault(action => action.Id == happened.Id && action.Frame == happened.Frame);
        var values = happened.Screen.Fields.Where(field => entered.ContainsKey((field.Frame, field.Id)) && (!field.IsChoice || field.Checked || field.Type == "checkbox")).ToList();
        led = true;
        // Pressed again, because something was refused or not found: only the last time counts.
        if (steps.Count > 0 && steps[^1] is { Press: { } before } last && press is not null && !press.Link && !press.Menu && before.Name == press.Name && Same(last.Screen, happened.Screen))
        {
            Again = (last.Screen, happened.Screen);
            values = [.. last.Entered.Select(old => happened.Screen.Fields.FirstOrDefault(field => field.Name == old.Name && (!field.IsChoice || field.Checked))).OfType<ScreenField>().Concat(values).DistinctBy(field => (field.Frame, field.Id))];
            steps.RemoveAt(steps.Count - 1);
        }

        steps.Add(new WalkStep(happened.Screen, values, press));
        entered.Clear();
    }

    private static ScreenField? Field(WalkEvent happened) => happened.Screen.Fields.FirstOrDefault(field => field.Id == happened.Id && field.Frame == happened.Frame);

    private static bool Same(Screen a, Screen b) => a.Fields.Count > 0 && a.Name == b.Name && a.Fields.Select(field => field.Name).SequenceEqual(b.Fields.Select(field => field.Name));
}
