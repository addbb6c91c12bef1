using Conformance.Drivers.Ui;

namespace Conformance.Drivers.Recording;

/// <summary>What a person did on one screen, up to the press that led on.</summary>
/// <param name="Screen">As it was at the press.</param>
/// <param name="Entered">Fields that the person filled in, chose or ticked, with the values they had at the press.</param>
/// <param name="Press">Null where a form was sent off without a button.</param>
internal sealed record WalkStep(Screen Screen, IReadOnlyList<ScreenField> Entered, ScreenAction? Press);
