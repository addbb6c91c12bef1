namespace Conformance.Reference.Office.Items;

/// <summary>What an item may hold.</summary>
internal enum FieldKind
{
    /// <summary>Half-width characters.</summary>
    Half,

    /// <summary>Half-width digits.</summary>
    Digits,

    /// <summary>Full-width characters.</summary>
    Wide,

    /// <summary>YYYY-MM-DD, a day of the calendar.</summary>
    Date,

    /// <summary>YYYY-MM.</summary>
    Month,

    /// <summary>One of the choices.</summary>
    Code,

    /// <summary>Anything, on several lines.</summary>
    Text,
}
