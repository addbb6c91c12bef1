namespace Conformance.Gherkin;

/// <summary>Runs once after the last scenario of a feature. The method is static.</summary>
public sealed class AfterFeatureAttribute : HookAttribute
{
    public AfterFeatureAttribute(params string[] tags)
        : base(HookKind.AfterFeature, tags) { }
}
