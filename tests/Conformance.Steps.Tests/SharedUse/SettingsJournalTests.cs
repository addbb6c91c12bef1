using Conformance.Steps.Running;

namespace Conformance.Steps.Tests.SharedUse;

public sealed class SettingsJournalTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("settings-").FullName;

    private string File => Path.Combine(folder, "state", "settings.json");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_there_is_on_the_disk_before_the_change_and_gone_once_it_is_back()
    {
        var journal = new SettingsJournal(File, "run1", TimeProvider.System);
        var entry = journal.Before("設定変更", "帳票の住所", "あり");

        SettingsJournal.Left(File).Should().ContainSingle().Which.Was.Should().Be("あり");
        journal.Restored(entry);
        SettingsJournal.Left(File).Should().BeEmpty();
    }

    [Fact]
    public void What_a_killed_run_left_stays_first_so_that_the_original_comes_back()
    {
        new SettingsJournal(File, "killed", TimeProvider.System).Before("設定変更", "帳票の住所", "あり");

        var next = new SettingsJournal(File, "next", TimeProvider.System);
        next.Before("設定変更", "帳票の住所", "なし");

        SettingsJournal.Left(File).Should().ContainSingle().Which.Was.Should().Be("あり");
    }
}
