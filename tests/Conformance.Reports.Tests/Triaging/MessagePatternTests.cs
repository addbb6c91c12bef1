using Conformance.Reports.Triaging;
using FsCheck;
using FsCheck.Fluent;

namespace Conformance.Reports.Tests.Triaging;

public sealed class MessagePatternTests
{
    [Theory]
    [InlineData("登録されている: 200000000000455", "登録されている: 200000000000463")]
    [InlineData("氏名: 佐藤　一郎（送った値: 佐藤　一朗）", "氏名: 鈴木　花子（送った値: 鈴木　華子）")]
    [InlineData("refused (400): E0001 氏名が設定されていません。", "refused (400): E0001 性別が設定されていません。")]
    [InlineData("The change of 「甲」 made beforehand is nowhere seen: 照会は変更前の内容のまま", "照会は変更前の内容のまま")]
    [InlineData("http://127.0.0.1:40001/x: Connection refused", "http://127.0.0.1:40002/x: Connection refused")]
    [InlineData("１２番地", "３番地")]
    [InlineData("印字されていない: 支給額 62500", "印字されていない: 支給額: 50000")]
    public void What_two_scenarios_say_of_one_fault_reads_the_same(string one, string other) => MessagePattern.Of(one).Should().Be(MessagePattern.Of(other));

    [Theory]
    [InlineData("refused (400): E0001 氏名", "refused (400): E0002 氏名")]
    [InlineData("refused (400): E0001 氏名", "refused (409): E0001 氏名")]
    [InlineData("氏名: 甲　一（送った値: 乙　二）", "住所: 甲　一（送った値: 乙　二）")]
    [InlineData("誰も見つからない", "登録されている: 1")]
    public void What_tells_faults_apart_stays(string one, string other) => MessagePattern.Of(one).Should().NotBe(MessagePattern.Of(other));

    [Fact]
    public void Any_message_has_a_short_pattern_whatever_is_in_it() =>
        Prop.ForAll<string>(message => MessagePattern.Of(message + message + message).Length <= 200).QuickCheckThrowOnFailure();
}
