namespace Conformance.Drivers.Ui;

/// <summary>A screen that a crawl came to.</summary>
/// <param name="Link">Words of the link or button that leads to it; empty for the first.</param>
/// <param name="Picture">PNG without what fields and cells hold; null where none was taken.</param>
internal sealed record CrawledScreen(Screen Screen, Uri Address, string Link, byte[]? Picture)
{
    public SearchedPlace Place => new($"{Screen.Name}（{Address.AbsolutePath}）",
    [
        Screen.Title, Screen.Top,
        .. Screen.Actions.Select(action => action.Name),
        .. Screen.Fields.SelectMany(item => item.Options.Append(item.Label).Append(item.Group)),
        .. Screen.Tables.SelectMany(table => table.Rows.SelectMany(row => row.Cells).Where(cell => cell.Head).Select(cell => cell.Text).Append(table.Caption).Append(table.Heading)),
        .. Screen.Messages.Select(message => message.Text),
    ], Screen.Fields.Where(item => item.Type == "select").GroupBy(item => item.Label).ToDictionary(group => group.Key, group => group.First().Options, StringComparer.Ordinal))
    {
        Surface = "ui",
        Path = Address.AbsolutePath,
        Title = Screen.Name,
        ReachedBy = Link,
        Picture = Picture,
    };
}
