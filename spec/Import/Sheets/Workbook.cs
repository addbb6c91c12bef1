using System.Security.Cryptography;

namespace Conformance.Spec.Import.Sheets;

/// <summary>A workbook (.xlsx) as plain cells.</summary>
public sealed class Workbook
{
    /// <summary>Bytes that a workbook may unpack into: 256 MiB, some ten times the largest list that is published.</summary>
    public const long UnpackedLimit = 256L << 20;

    private Workbook(string file, string sha256, IReadOnlyList<Sheet> sheets)
    {
        File = file;
        Sha256 = sha256;
        Sheets = sheets;
    }

    /// <summary>The path as given.</summary>
    public string File { get; }

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; }

    public IReadOnlyList<Sheet> Sheets { get; }

    /// <summary>Reads a file.</summary>
    /// <exception cref="BadInputException">
    /// CF3001 cannot be opened, CF3002 not a workbook, CF3003 old .xls, CF3004 encrypted, CF3005 truncated, CF3006 DTD,
    /// CF3007 unpacks into too much, CF3008 a part cannot be read.
    /// </exception>
    public static Workbook Read(string file, long unpackedLimit = UnpackedLimit)
    {
        byte[] bytes;
        try
        {
            bytes = System.IO.File.ReadAllBytes(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException(new Problem("CF3001", file, 0, 0, "The file cannot be opened: " + exception.Message, "Check the path and the permissions."));
        }

        var problems = new List<Problem>();
        Container.Check(bytes, file, unpackedLimit, OfficeKind.Workbook, problems);
        if (problems.Count > 0)
        {
            throw new BadInputException(problems);
        }

        var sheets = new WorkbookParts(bytes, file).Sheets();
        return new Workbook(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), sheets);
    }
}
