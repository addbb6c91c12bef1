using Conformance.Spec;

namespace Conformance.Verdicts;

/// <summary>The words of docs/verdicts.md for a cause.</summary>
public static class CauseWords
{
    public static Bilingual Of(CauseKind cause) => cause switch
    {
        CauseKind.Configuration => new("設定", "configuration"),
        CauseKind.Profile => new("対象プロファイル", "profile"),
        CauseKind.Environment => new("環境", "environment"),
        CauseKind.Mock => new("模擬システム", "mock"),
        CauseKind.Harness => new("検証ツール", "harness"),
        CauseKind.Specification => new("標準仕様", "specification"),
        _ => new("製品", "product"),
    };
}
