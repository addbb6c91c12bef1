namespace Conformance.Spec;

/// <summary>団体区分: the kind of municipality, on which a requirement class may depend.</summary>
public enum MunicipalityClass
{
    /// <summary>指定都市.</summary>
    DesignatedCity,

    /// <summary>中核市.</summary>
    CoreCity,

    /// <summary>一般市区町村.</summary>
    Other,
}
