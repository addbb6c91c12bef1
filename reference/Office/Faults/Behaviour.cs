using Conformance.Reference.Office.Items;

namespace Conformance.Reference.Office.Faults;

/// <summary>Which faults and variants are on. With none, nothing is spoilt and every question is answered no.</summary>
internal sealed class Behaviour
{
    private readonly OfficeFault[] on;
    private readonly IReadOnlySet<string> variants;

    /// <exception cref="ArgumentException">A fault or variant that does not exist.</exception>
    public Behaviour(IReadOnlyList<OfficeFault> known, IReadOnlySet<string> faults, IReadOnlySet<string> variants)
    {
        on = [.. faults.Select(id => known.FirstOrDefault(fault => fault.Id == id) ?? throw new ArgumentException($"There is no fault {id}.", nameof(faults)))];
        if (variants.FirstOrDefault(id => OfficeVariants.All.All(variant => variant.Id != id)) is { } unknown)
        {
            throw new ArgumentException($"There is no variant {unknown}.", nameof(variants));
        }

        this.variants = variants;
    }

    /// <summary>The faults that are on.</summary>
    public IReadOnlyList<OfficeFault> On => on;

    public bool Shows(string fault) => on.Any(one => one.Id == fault);

    public bool Varies(string variant) => variants.Contains(variant);

    public bool Unchecked(string field) => on.Any(fault => fault.Unchecked is { } name && Means(name, field));

    public bool StoresRefused(string operation) => on.Any(fault => fault.StoresRefused == operation);

    public int LimitShift(string field) => on.Sum(fault => fault.Limit is { } limit && Means(limit.Field, field) ? limit.Shift : 0);

    /// <summary>The record after the seam: itself, or what the faults made of it.</summary>
    public Row Through(string seam, Row row)
    {
        foreach (var fault in on.Where(fault => fault.Seam == seam))
        {
            fault.Spoil!(row);
        }

        return row;
    }

    // A fault in jido1_shimei is one in every child's name.
    private static bool Means(string faulty, string field) =>
        faulty == field || (faulty.Contains("1_", StringComparison.Ordinal) && field.Length == faulty.Length
            && field[..faulty.IndexOf('1', StringComparison.Ordinal)] == faulty[..faulty.IndexOf('1', StringComparison.Ordinal)]
            && field[(faulty.IndexOf('1', StringComparison.Ordinal) + 1)..] == faulty[(faulty.IndexOf('1', StringComparison.Ordinal) + 1)..]);
}
