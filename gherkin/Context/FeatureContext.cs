namespace Conformance.Gherkin;

/// <summary>
/// The feature whose scenarios are being run. Scenarios of a feature may run at the same time: what one writes here while another
/// reads has to be guarded by whoever writes.
/// </summary>
public sealed class FeatureContext : ContextValues
{
    internal FeatureContext(FeatureInfo featureInfo, IObjectContainer container)
    {
        FeatureInfo = featureInfo;
        FeatureContainer = container;
    }

    public FeatureInfo FeatureInfo { get; }

    public IObjectContainer FeatureContainer { get; }
}
