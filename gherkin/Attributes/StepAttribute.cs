namespace Conformance.Gherkin;

/// <summary>What the four step attributes share.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public abstract class StepAttribute : Attribute
{
    private protected StepAttribute(string? expression) => Expression = expression;

    /// <summary>Cucumber expression or regular expression; null takes the method's name for the text, <c>_</c> standing for blanks.</summary>
    public string? Expression { get; set; }

    /// <summary>The same as <see cref="Expression"/>; the name older code uses.</summary>
    public string? Regex
    {
        get => Expression;
        set => Expression = value;
    }

    public ExpressionType ExpressionType { get; set; }

    /// <summary>Accepted for source compatibility and not used: conversion is the same in every culture here.</summary>
    public string? Culture { get; set; }

    /// <summary>The kind of step it is for; null for any.</summary>
    internal abstract StepKind? Kind { get; }
}
