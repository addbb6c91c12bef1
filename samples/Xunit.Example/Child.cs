namespace Example;

/// <summary>A child, with the names of the columns that features use.</summary>
public sealed record Child(string 名, DateOnly 生年月日);
