namespace Conformance.Reference.Atena;

/// <summary>Checks the items of a request. All errors are collected, in the order of the document.</summary>
internal sealed class RequestCheck(Behaviour behaviour)
{
    private static readonly Item[] NameParts =
    [
        .. new[]
        {
            "uji_nihonjin", "na_nihonjin", "shimei_gaikokujinromaji", "shimei_gaikokujinkanji",
            "shimei_furigana", "uji_nihonjin_furigana", "na_nihonjin_furigana",
        }.Select(name => Items.Find(name)!),
    ];

    /// <summary>Checks a 付番 request; <paramref name="items"/> are those that may occur in it.</summary>
    public List<Refusal> Registration(IReadOnlyDictionary<string, string> values, IEnumerable<Item> items)
    {
        var refusals = new List<Refusal>();
        foreach (var item in items)
        {
            Check(item, Value(values, item), item.Required, refusals);
        }

        Correlations(values, refusals);
        return refusals;
    }

    /// <summary>Checks the items that a notice gives, each on its own; those in <paramref name="required"/> must be there.</summary>
    public List<Refusal> Notice(IReadOnlyDictionary<string, string> values, IReadOnlyCollection<Item> required)
    {
        var refusals = new List<Refusal>();
        foreach (var item in Items.Stored)
        {
            Check(item, Value(values, item), required.Contains(item) || (item.Required && values.ContainsKey(item.Name)), refusals);
        }

        return refusals;
    }

    /// <summary>Checks what items of one person say together.</summary>
    public void Correlations(IReadOnlyDictionary<string, string> values, List<Refusal> refusals)
    {
        // Nothing that belongs to a name means 氏名未定; a part of a name without the name is a mistake.
        if (Value(values, Items.Name).Length == 0 && NameParts.FirstOrDefault(part => Value(values, part).Length > 0) is { } given)
        {
            refusals.Add(Refusal.Correlation(given.Label, Items.Name.Label));
        }

        if (CalendarText.HasUnknownPart(Value(values, Items.BirthDate)) && Value(values, Items.BirthDateText).Length == 0)
        {
            refusals.Add(Refusal.Correlation("不詳の" + Items.BirthDate.Label, Items.BirthDateText.Label));
        }

        if (Value(values, Items.LinkedFlag) == "1" && Value(values, Items.LinkedTo).Length == 0)
        {
            refusals.Add(Refusal.Correlation(Items.LinkedFlag.Label, Items.LinkedTo.Label));
        }

        if (Value(values, Items.Process) is "1" or "2" && Value(values, Items.Number).Length == 0
            && !behaviour.Shows(AtenaFaults.CorrelationIgnored))
        {
            refusals.Add(Refusal.Correlation($"{Items.Process.Label}「{Value(values, Items.Process)}」", Items.Number.Label));
        }
    }

    private void Check(Item item, string value, bool required, List<Refusal> refusals)
    {
        if (value.Length == 0)
        {
            if (required && !(item == Items.Operator && behaviour.Shows(AtenaFaults.MissingOperatorAccepted)))
            {
                refusals.Add(Refusal.Missing(item.Label));
            }

            return;
        }

        if (behaviour.Shows(ItemOperator.ValidationDropped, item))
        {
            return;
        }

        var before = refusals.Count;
        CheckCharacters(item, value, refusals);
        CheckLength(item, value, refusals);
        if (refusals.Count == before)
        {
            CheckMeaning(item, value, refusals);
        }
    }

    private void CheckCharacters(Item item, string value, List<Refusal> refusals)
    {
        if (item.Type == ItemType.FullWidth)
        {
            if (!Characters.AreFullWidth(value) && !behaviour.Shows(AtenaFaults.CharacterClassIgnored))
            {
                refusals.Add(Refusal.Characters(item.Label, "全角"));
            }
        }
        else if (!Characters.AreHalfWidth(value))
        {
            refusals.Add(Refusal.Characters(item.Label, "半角"));
        }
    }

    private void CheckLength(Item item, string value, List<Refusal> refusals)
    {
        var count = Characters.Count(value);
        var shift = behaviour.LimitShift(item);
        var (least, most) = item switch
        {
            { Type: ItemType.Date } => (10, 10),
            { Type: ItemType.Time } => (count == 5 ? 5 : 8, 8),
            { Fixed: true } => (item.Length + Math.Min(shift, 0), item.Length + shift),
            _ => (1, item.Length + shift),
        };
        if (count >= least && count <= most)
        {
            return;
        }

        var digits = item.Fixed || item.Type is ItemType.Date or ItemType.Time ? $"{item.Length}桁" : $"{item.Length}桁以内";
        refusals.Add(behaviour.Shows(AtenaFaults.LengthErrorCode) ? Refusal.Characters(item.Label, digits) : Refusal.Length(item.Label, digits));
    }

    private void CheckMeaning(Item item, string value, List<Refusal> refusals)
    {
        if (item.Codes.Count > 0 && item.Codes.All(code => code.Value != value) && !behaviour.Shows(AtenaFaults.UnknownCodeAccepted))
        {
            refusals.Add(Refusal.Characters(item.Label, string.Join('、', item.Codes.Select(code => code.Value)) + "のいずれか"));
        }

        if (item.Type == ItemType.Date && !IsDate(item, value))
        {
            refusals.Add(Refusal.Characters(item.Label, "YYYY-MM-DD形式の正しい日付"));
        }

        if (item.Type == ItemType.Time && !CalendarText.IsTime(value))
        {
            refusals.Add(Refusal.Characters(item.Label, "HH:MM:SS形式の正しい時刻"));
        }
    }

    private bool IsDate(Item item, string value)
    {
        if (behaviour.Shows(AtenaFaults.ImpossibleDateAccepted) && CalendarText.Split(value, out _, out _, out _))
        {
            return true;
        }

        return CalendarText.IsDate(value, item.UnknownPartsAllowed);
    }

    private static string Value(IReadOnlyDictionary<string, string> values, Item item) => values.GetValueOrDefault(item.Name, "");
}
