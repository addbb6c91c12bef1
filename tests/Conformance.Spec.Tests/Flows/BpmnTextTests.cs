using System.Text;
using Conformance.Spec.Flows;

namespace Conformance.Spec.Tests.Flows;

public sealed class BpmnTextTests
{
    [Theory]
    [InlineData("utf-8", "審査")]
    [InlineData("utf-16", "審査")]
    [InlineData("windows-1252", "Prüfung")]
    [InlineData("ISO-8859-1", "Prüfung")]
    [InlineData("GBK", "审查")]
    [InlineData("Shift_JIS", "審査")]
    [InlineData("MacRoman", "Prüfung")]
    public void A_file_is_read_in_the_encoding_that_it_says_it_has(string encoding, string name)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"><process id=\"p\"><task id=\"t\" name=\"{name}\"/></process></definitions>";
        var known = encoding == "MacRoman" ? "macintosh" : encoding;
        var written = (CodePagesEncodingProvider.Instance.GetEncoding(known) ?? Encoding.GetEncoding(known)).GetBytes(text);
        var problems = new List<Problem>();

        BpmnReader.ReadModel(written, "t.bpmn", problems)!.Flows.Single().Node("t").Name.Should().Be(name);
        problems.Should().BeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_is_no_text()
    {
        var problems = new List<Problem>();

        BpmnReader.ReadModel([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Some.Bpmn("<task id=\"t\"/>"))], "t.bpmn", problems)!.Flows.Single().Nodes.Should().ContainSingle();
    }

    [Theory]
    [InlineData("klingon", "no known encoding")]
    [InlineData("utf-8", "a byte is not")]
    public void An_encoding_that_is_unknown_or_wrong_is_CF2008(string encoding, string fact)
    {
        var problems = new List<Problem>();

        BpmnReader.ReadModel([.. Encoding.ASCII.GetBytes($"<?xml version=\"1.0\" encoding=\"{encoding}\"?>\n<x>"), 0xFC, 0x20], "t.bpmn", problems).Should().BeNull();

        problems.Should().ContainSingle().Which.Should().Match<Problem>(problem => problem.Code == "CF2008" && problem.Fact.Contains(fact) && problem.Remedy.Length > 0);
    }
}
