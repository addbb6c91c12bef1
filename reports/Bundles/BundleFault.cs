namespace Conformance.Reports.Bundles;

/// <summary>Why a bundle is refused.</summary>
public enum BundleFault
{
    /// <summary>No zip archive, or its end is missing.</summary>
    NotAnArchive,

    /// <summary>Bytes that no entry accounts for, or headers that contradict each other: two programs would unpack different files.</summary>
    Ambiguous,

    /// <summary>Two entries of one name, or of names that are one on some system.</summary>
    DuplicateName,

    /// <summary>A name that leads out of the folder it is unpacked to.</summary>
    UnsafeName,

    /// <summary>Manifest or attestation is not there or not readable.</summary>
    Incomplete,

    /// <summary>No signature by a key that was given.</summary>
    NotSigned,

    /// <summary>The key was not valid, or is revoked.</summary>
    KeyRefused,

    /// <summary>The timestamp is not of this signature, or not by an authority that is trusted.</summary>
    Timestamp,

    /// <summary>Listed in the manifest, not in the archive.</summary>
    Missing,

    /// <summary>In the archive, not listed in the manifest.</summary>
    Added,

    /// <summary>Unpacks to more than the manifest says.</summary>
    TooLarge,

    /// <summary>Other content than was signed.</summary>
    Differs,
}
