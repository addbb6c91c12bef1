namespace Conformance.Spec.Import;

/// <summary>How many cells of a sheet were understood as what.</summary>
/// <param name="As">表題, 見出し, 項目, 凡例, 説明文, 記述例, 目印 and the like.</param>
public sealed record CellTally(string File, string Sheet, string As, int Count);
