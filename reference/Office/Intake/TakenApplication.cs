using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Intake;

/// <summary>An application as ぴったりサービス gave it.</summary>
/// <param name="Number">受付番号.</param>
/// <param name="Procedure">手続.</param>
/// <param name="Items">Applicant, items, account and intention, flat.</param>
internal sealed record TakenApplication(string Number, string Procedure, Row Items, IReadOnlyList<Attachment> Attachments);
