using System.Globalization;
using System.Threading.Channels;
using Conformance.Drivers.Recording;
using Conformance.Spec;

namespace Conformance.Cli.Walks;

/// <summary>Talks with the person at the console while a browser is open beside it. Lines are read on a thread of their own, because a read that waits cannot be ended.</summary>
internal sealed class Conversation
{
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();
    private readonly string language;
    private readonly bool asks;

    /// <param name="asks">Questions are asked; else what is doubtful stays open.</param>
    public Conversation(string language, bool asks)
    {
        (this.language, this.asks) = (language, asks);
        new Thread(() =>
        {
            while (Console.In.ReadLine() is { } line)
            {
                lines.Writer.TryWrite(line.Trim());
            }

            lines.Writer.TryComplete();
        }) { IsBackground = true, Name = "console" }.Start();
    }

    public void Say(Bilingual told) => Write(told.In(language));

    public static void Write(string text)
    {
        Console.WriteLine(text);
        Console.Out.Flush();
    }

    /// <summary>The next line; null at the end of the input.</summary>
    public async Task<string?> LineAsync(CancellationToken cancellationToken) =>
        await lines.Reader.WaitToReadAsync(cancellationToken) && lines.Reader.TryRead(out var line) ? line : null;

    /// <summary>Asks until nothing is left to ask, or nobody answers.</summary>
    /// <returns>Whether anything was answered.</returns>
    public async Task<bool> AskAsync(WalkAnswers answers, CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var (question, choices) in asks ? answers.Pending.ToList() : [])
        {
            Say(question);
            for (var i = 0; i < choices.Count; i++)
            {
                Write(string.Create(CultureInfo.InvariantCulture, $"  {i + 1}) {choices[i]}"));
            }

            Say(new Bilingual("番号（分からなければ Enter）：", "Number (Enter where you do not know):"));
            if (await LineAsync(cancellationToken) is not { } line)
            {
                return any;
            }

            answers.Answer(question, int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= choices.Count ? number - 1 : null);
            any = true;
        }

        return any;
    }
}
