using Conformance.Reports.Triaging;
using Conformance.Spec;
using Conformance.Verdicts;

namespace Conformance.Reports.Tests.Triaging;

public sealed class KnownFailureFileTests
{
    [Fact]
    public void An_entry_has_a_ticket_an_owner_a_reason_an_end_and_says_what_it_covers()
    {
        var known = KnownFailureFile.Parse("""
            known:
            - {ticket: BUG-7, owner: 佐藤, reason: 3.3で直す, expires: '2027-03-31', match: {scenario: 'kanri.0310002.*', unit: '0310002', driver: api, cause: product, message: 登録されている, place: POST /x, interface: '1.0'}}
            """, "known.yaml");

        known.Should().ContainSingle().Which.Should().BeEquivalentTo(new KnownFailure("BUG-7", "佐藤", "3.3で直す", new DateOnly(2027, 3, 31), 2)
        {
            Scenario = "kanri.0310002.*", Unit = "0310002", Driver = "api", Cause = CauseKind.Product, Message = "登録されている", Place = "POST /x", Interface = "1.0",
        });
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var read = () => KnownFailureFile.Parse("""
            known:
            - {ticket: '', owner: 佐藤, reason: x, expires: 2027/3/31, match: {scenario: a}}
            - {ticket: B, owner: 佐藤, reason: x, expires: '2027-03-31'}
            - {ticket: B, owner: 佐藤, reason: x, expires: '2027-03-31', match: {scenario: a, driver: cli, cause: nobody, verdict: conforms, interface: ''}}
            - {owner: 佐藤, reason: x, expires: '2027-03-31', match: {driver: api}}
            """, "known.yaml");

        read.Should().Throw<BadInputException>().Which.Problems.Select(problem => (problem.Code, problem.Line)).Should().BeEquivalentTo(new[]
        {
            ("CF7114", 2), ("CF7111", 2), ("CF7112", 3), ("CF7113", 4), ("CF7113", 4), ("CF1204", 4), ("CF7114", 4), ("CF1202", 5), ("CF7112", 5),
        });
    }
}
