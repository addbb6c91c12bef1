namespace Conformance.Gherkin;

/// <summary>Runs once before the first scenario of a feature. The method is static.</summary>
public sealed class BeforeFeatureAttribute : HookAttribute
{
    public BeforeFeatureAttribute(params string[] tags)
        : base(HookKind.BeforeFeature, tags) { }
}
