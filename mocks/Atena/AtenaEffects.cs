using System.Text.Json.Nodes;

namespace Conformance.Mocks;

/// <summary>
/// What each operation does to the store. Refuses what the text forbids or what cannot be done; what is merely odd is done and remarked.
/// Not thread-safe: <see cref="AtenaFunction"/> holds the lock.
/// </summary>
internal sealed class AtenaEffects(AtenaStore store)
{
    /// <summary>The result of an operation, or the errors that refuse it; never both.</summary>
    public sealed record Effect(IReadOnlyList<JsonObject> Result, IReadOnlyList<AtenaError> Errors, IReadOnlyList<string> Remarks)
    {
        public static Effect Of(params IReadOnlyList<JsonObject> result) => new(result, [], []);

        public static Effect Refusal(params IReadOnlyList<AtenaError> errors) => new([], errors, []);
    }

    public Effect Apply(AtenaReceipt receipt) => receipt.Operation switch
    {
        AtenaOperations.Number => Number(receipt),
        AtenaOperations.Inquiry => Inquire(receipt.Message),
        AtenaOperations.Inheritance => Inherit(receipt.Message),
        AtenaOperations.HistoryInquiry => History(receipt.Message),
        AtenaOperations.LinkInquiry => Links(receipt.Message),
        AtenaOperations.LinkHistoryInquiry => LinkHistory(receipt.Message),
        AtenaOperations.BeginUpdate => Hold(receipt.Message, begin: true),
        AtenaOperations.EndUpdate => Hold(receipt.Message, begin: false),
        _ => Receive(receipt),
    };

    /// <summary>A record as a 照会 shows it.</summary>
    public static JsonObject Current(AtenaPerson person)
    {
        var json = AtenaAnswers.Members(person.Number, person.Current.Members, person.States.Count);
        json["sakujofuragu"] = person.Deleted ? "1" : "0";
        return json;
    }

    private Effect Number(AtenaReceipt receipt)
    {
        var message = receipt.Message;
        var errors = AtenaChecks.Registration(message, withProcessing: true, numberRequired: false).ToList();
        if (errors.Count > 0)
        {
            return Effect.Refusal(errors);
        }

        var existing = message[AtenaItems.ProcessingMember] != "0";
        if (existing)
        {
            return Register(message, message[AtenaItems.NumberMember]!, NumberResult, expectKnown: true);
        }

        string[] remarks = message[AtenaItems.NumberMember] is null ? [] : ["atenabango is set although a new number is asked for; ignored."];
        var person = store.Add(store.NumberFor(receipt), Stored(message));
        return Effect.Of(NumberResult(person)) with { Remarks = remarks };
    }

    private Effect Inherit(AtenaMessage message)
    {
        var errors = AtenaChecks.Registration(message, withProcessing: false, numberRequired: true).ToList();
        return errors.Count > 0
            ? Effect.Refusal(errors)
            : Register(message, message[AtenaItems.NumberMember]!, ShortResult, expectKnown: false);
    }

    /// <summary>Stores a record under a number that the sender chose.</summary>
    private Effect Register(AtenaMessage message, string number, Func<AtenaPerson, JsonObject> result, bool expectKnown)
    {
        if (!store.TryGet(number, out var person))
        {
            var added = store.Add(number, Stored(message));
            return Effect.Of(result(added)) with { Remarks = expectKnown ? [$"{number} was not known here; registered."] : [] };
        }

        if (HeldByOther(person, message) is { } held)
        {
            return Effect.Refusal(held);
        }

        person.Append(person.Deleted ? AtenaStates.Registered : AtenaStates.Changed, Stored(message));
        return Effect.Of(result(person)) with { Remarks = expectKnown ? [] : [$"{number} was known here already; changed."] };
    }

    private Effect Inquire(AtenaMessage message)
    {
        var conditions = message.Conditions.Where(condition => condition.Value.Length > 0).ToList();
        if (conditions.Count == 0)
        {
            return Effect.Refusal(AtenaError.Missing("条件", "joken has no condition with a value."));
        }

        string[] remarks = conditions.Count < message.Conditions.Count ? ["Conditions without a value were left out of account."] : [];
        return Effect.Of([.. AtenaSearch.Find(store.Persons, conditions, message[AtenaItems.BusinessMember]).Select(Current)]) with { Remarks = remarks };
    }

    private Effect Receive(AtenaReceipt receipt)
    {
        var message = receipt.Message;
        var errors = AtenaChecks.Values(message, withProcessing: false).ToList();
        if (message[AtenaItems.ProcessingMember] is null)
        {
            errors.Insert(0, AtenaError.Missing("処理区分", "shorikubun is required and not set."));
        }
        else if (receipt.Operation == AtenaOperations.Reception)
        {
            errors.Insert(0, AtenaError.Characters("処理区分", "henko、sakujo、nayoseまたはnayosekaijo", $"shorikubun is '{message[AtenaItems.ProcessingMember]}'."));
        }

        if (message[AtenaItems.NumberMember] is not { } number)
        {
            errors.Add(AtenaError.Missing("宛名番号", "atenabango is required and not set."));
            return Effect.Refusal(errors);
        }

        if (errors.Count > 0)
        {
            return Effect.Refusal(errors);
        }

        if (!store.TryGet(number, out var person) || person.Deleted)
        {
            return Effect.Refusal(Unknown(number));
        }

        return HeldByOther(person, message) is { } held ? Effect.Refusal(held)
            : receipt.Operation switch
            {
                AtenaOperations.Change => Append(person, AtenaStates.Changed, Stored(message)),
                AtenaOperations.Deletion => Append(person, AtenaStates.Deleted, Stored(message)),
                AtenaOperations.Link => Link(person, message),
                _ => Unlink(person, message),
            };
    }

    private Effect Link(AtenaPerson person, AtenaMessage message)
    {
        if (message[AtenaItems.LinkedToMember] is not { } target)
        {
            return Effect.Refusal(AtenaError.Correlation("処理区分", "名寄せ先宛名番号", "nayose without nayosesakiatenabango."));
        }

        if (target == person.Number)
        {
            return Effect.Refusal(new AtenaError("E0004", "名寄せ先宛名番号は宛名番号と異なる番号を設定してください。", "A record cannot be linked to itself."));
        }

        if (!store.TryGet(target, out var other) || other.Deleted)
        {
            return Effect.Refusal(Unknown(target));
        }

        if (HeldByOther(other, message) is { } held)
        {
            return Effect.Refusal(held);
        }

        person.Linkages.Add(Linkage(AtenaStates.Linked, person.Number, target, message));
        return Append(person, AtenaStates.Linked,
            Stored(message).Append(new(AtenaItems.LinkFlagMember, "1")).Append(new(AtenaItems.LinkedToMember, target)));
    }

    private static Effect Unlink(AtenaPerson person, AtenaMessage message)
    {
        var target = person.Current.Members.GetValueOrDefault(AtenaItems.LinkedToMember, "");
        if (target.Length == 0)
        {
            return Effect.Of(ShortResult(person)) with { Remarks = [$"{person.Number} was not linked; nothing to undo."] };
        }

        person.Linkages.Add(Linkage(AtenaStates.Unlinked, person.Number, target, message));
        return Append(person, AtenaStates.Unlinked,
            Stored(message).Append(new(AtenaItems.LinkFlagMember, "0")).Append(new(AtenaItems.LinkedToMember, "")));
    }

    private Effect History(AtenaMessage message) => Numbered(message, person => person.States.Select((state, i) =>
    {
        var json = AtenaAnswers.Members(person.Number, state.Members, i + 1);
        json["rirekikubun"] = state.Kind;
        return json;
    }));

    private Effect Links(AtenaMessage message) => Numbered(message, person =>
    [
        new JsonObject
        {
            [AtenaItems.NumberMember] = person.Number,
            [AtenaItems.LinkedToMember] = person.Current.Members.GetValueOrDefault(AtenaItems.LinkedToMember, ""),
            [AtenaItems.LinkFlagMember] = person.Current.Members.GetValueOrDefault(AtenaItems.LinkFlagMember, "0"),
        },
    ]);

    private Effect LinkHistory(AtenaMessage message) => Numbered(message, person => person.Linkages.Select(linkage => new JsonObject
    {
        ["rirekikubun"] = linkage.Kind,
        [AtenaItems.NumberMember] = linkage.Number,
        [AtenaItems.LinkedToMember] = linkage.Target,
        [AtenaItems.OperatorMember] = linkage.OperatorId,
        ["sosanengappi"] = linkage.Date,
        ["sosajikoku"] = linkage.Time,
    }));

    /// <summary>An inquiry by number alone; none for a number that is not known.</summary>
    private Effect Numbered(AtenaMessage message, Func<AtenaPerson, IEnumerable<JsonObject>> result) =>
        message[AtenaItems.NumberMember] is not { } number ? Effect.Refusal(AtenaError.Missing("宛名番号", "atenabango is required and not set."))
        : store.TryGet(number, out var person) ? Effect.Of([.. result(person)])
        : Effect.Of();

    private Effect Hold(AtenaMessage message, bool begin)
    {
        List<AtenaError> missing = [.. new[] { (AtenaItems.NumberMember, "宛名番号"), (AtenaItems.OperatorMember, "操作者ID") }
            .Where(needed => message[needed.Item1] is null)
            .Select(needed => AtenaError.Missing(needed.Item2, $"{needed.Item1} is required and not set."))];
        if (missing.Count > 0)
        {
            return Effect.Refusal(missing);
        }

        if (!store.TryGet(message[AtenaItems.NumberMember], out var person) || person.Deleted)
        {
            return Effect.Refusal(Unknown(message[AtenaItems.NumberMember]!));
        }

        if (HeldByOther(person, message) is { } held)
        {
            return Effect.Refusal(held);
        }

        person.HeldBy = begin ? message[AtenaItems.OperatorMember] : null;
        return Effect.Of(ShortResult(person));
    }

    private static Effect Append(AtenaPerson person, string kind, IEnumerable<KeyValuePair<string, string>> changes)
    {
        person.Append(kind, changes);
        return Effect.Of(ShortResult(person));
    }

    /// <summary>The members that describe the person; JSON null empties an item.</summary>
    private static Dictionary<string, string> Stored(AtenaMessage message) => message.Members
        .Where(member => AtenaItems.OfMember(member.Key) is { Stored: true })
        .ToDictionary(member => member.Key, member => member.Value ?? "", StringComparer.Ordinal);

    private static JsonObject NumberResult(AtenaPerson person) => new()
    {
        [AtenaItems.MunicipalityMember] = person.Current.Members[AtenaItems.MunicipalityMember],
        [AtenaItems.NumberMember] = person.Number,
        ["rirekibango"] = person.States.Count,
        [AtenaItems.OperatorMember] = person.Current.Members[AtenaItems.OperatorMember],
        ["sosanengappi"] = person.Current.Members["sosanengappi"],
        ["sosajikoku"] = person.Current.Members["sosajikoku"],
    };

    private static JsonObject ShortResult(AtenaPerson person) => new()
    {
        [AtenaItems.NumberMember] = person.Number,
        ["rirekibango"] = person.States.Count,
    };

    private static AtenaLinkage Linkage(string kind, string number, string target, AtenaMessage message) => new(
        kind, number, target, message[AtenaItems.OperatorMember] ?? "", message["sosanengappi"] ?? "", message["sosajikoku"] ?? "");

    private static AtenaError? HeldByOther(AtenaPerson person, AtenaMessage message) =>
        person.HeldBy is { } holder && holder != message[AtenaItems.OperatorMember]
            ? new AtenaError("E0004", "他の操作者が異動処理中です。", $"{person.Number} is held by operator {holder}.")
            : null;

    private static AtenaError Unknown(string number) =>
        new("E0004", "宛名番号に該当する住登外者が登録されていません。", $"{number} is not known here.");
}
