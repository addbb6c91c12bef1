using Conformance.Drivers.Inspection;
using Conformance.Drivers.Profiles;

namespace Conformance.Drivers.Ui;

/// <summary>Opens the first screen of exchanges and compares what is there with what the mapping names. Presses links of the menu and the login, nothing else.</summary>
internal sealed class ScreenInspection(UiProfile profile, string? business, UiSession session, Secrets secrets, TimeProvider time)
{
    public async Task<LoginSight> LogInAsync(int number, CancellationToken cancellationToken)
    {
        var name = OperatorLogin.Of(profile.Operators[number], secrets).Name;
        try
        {
            await Performance(profile.Exchanges.Values.First(), number).LogInOnceAsync(cancellationToken).ConfigureAwait(false);
            return new LoginSight(number, name, null, Unreachable: false);
        }
        catch (ProfileMismatchException e)
        {
            return new LoginSight(number, name, e.Message, Unreachable: false);
        }
        catch (TargetUnreachableException e)
        {
            return new LoginSight(number, name, e.Message, Unreachable: true) { Untrusted = e.Untrusted };
        }
    }

    /// <param name="same">Exchanges that begin on the same screen.</param>
    /// <param name="wishes">Exchange to what it enters.</param>
    public async Task<IReadOnlyList<ScreenSight>> LookAsync(
        IReadOnlyList<UiExchange> same, IReadOnlyDictionary<string, ScreenWish> wishes, int number, CancellationToken cancellationToken)
    {
        var open = same[0].Steps[0].Open;
        if (open is null || open.Contains('{', StringComparison.Ordinal))
        {
            return [.. same.Select(exchange => new ScreenSight(exchange.Name, "", [], null, Beyond(exchange)) { OnlyInARun = true })];
        }

        try
        {
            var ended = await Performance(same[0], number).OpenOnlyAsync(open, cancellationToken).ConfigureAwait(false);
            if (ended is not null)
            {
                var said = $"{ended.Outcome}: {string.Join(" / ", ended.Errors.Select(error => error.Message))}";
                return [.. same.Select(exchange => new ScreenSight(exchange.Name, "", [], said, "") { Unreachable = ended.Outcome == Outcome.Failed })];
            }

            // What scripts add comes a little later: what is missing is looked for until the patience with actions ends.
            var (_, screen) = await session.AwaitAsync((seen, _) => same.All(exchange => Missing(exchange, seen, wishes).Count == 0) ? seen : null, cancellationToken).ConfigureAwait(false);
            return [.. same.Select(exchange => new ScreenSight(exchange.Name, screen.Name, Missing(exchange, screen, wishes), null, Beyond(exchange)))];
        }
        catch (ProfileMismatchException e)
        {
            return [.. same.Select(exchange => new ScreenSight(exchange.Name, "", [], e.Message, ""))];
        }
        catch (TargetUnreachableException e)
        {
            return [.. same.Select(exchange => new ScreenSight(exchange.Name, "", [], e.Message, "") { Unreachable = true })];
        }
    }

    private UiPerformance Performance(UiExchange exchange, int number) =>
        new(profile, exchange, new FunctionCall(exchange.Name, new Dictionary<string, string?>()) { Operator = number }, business, session, secrets, time);

    private static string Beyond(UiExchange exchange) => string.Join(" > ", exchange.Steps.Skip(1).Select(step => step.Press).Prepend(exchange.Steps[0].Confirm).OfType<string>());

    private List<MissingPart> Missing(UiExchange exchange, Screen screen, IReadOnlyDictionary<string, ScreenWish> wishes)
    {
        var (step, names) = (exchange.Steps[0], new ScreenNames(profile, exchange));
        var wish = wishes.GetValueOrDefault(exchange.Name) ?? new ScreenWish([], [], []);
        var missing = new List<MissingPart>();
        void Field(string label, string? item, bool certain)
        {
            if (!screen.Fields.Any(field => LabelText.Names(field.Name, label)) && !missing.Any(known => known.Name == label))
            {
                var there = screen.Fields.Select(field => field.Name).Where(name => name.Length > 0).Select(LabelText.Clean).Distinct();
                missing.Add(new MissingPart("欄", label, LabelText.Nearest(label, there), item, certain));
            }
        }

        foreach (var label in step.Set.Keys)
        {
            Field(label, null, certain: true);
        }

        var filled = step.Fill is not { } fill ? [] : fill.Only ?? wish.Items;
        foreach (var item in filled.Concat(step.FillConditions ? wish.Conditions : []))
        {
            if (names.Label(item) is { } label)
            {
                Field(label, item, certain: step.Fill?.Only?.Contains(item) == true || exchange.Items.ContainsKey(item) || wish.Required.Contains(item));
            }
        }

        if (step.FillConditions && exchange.Conditions.Match is { } match && !match.Contains("{item}", StringComparison.Ordinal))
        {
            Field(match, null, certain: true);
        }

        if (step is { Press: { } press, In: null, AbsentIsRefusal: false } && !screen.Actions.Any(action => LabelText.Names(action.Name, press)))
        {
            missing.Add(new MissingPart("ボタン", press, LabelText.Nearest(press, screen.Actions.Where(action => !action.Menu).Select(action => LabelText.Clean(action.Name))), null, Certain: true));
        }

        return missing;
    }
}
