using Conformance.Spec.Export;

namespace Conformance.Spec.Comparison.Writing;

/// <summary>Two texts with what differs between them marked, as 傍線 in a 新旧対照表.</summary>
internal static class TextDelta
{
    /// <summary>Longest text that is compared character by character; of a longer one everything between the common ends is marked.</summary>
    private const int Longest = 2000;

    public static (IReadOnlyList<TextRun> Before, IReadOnlyList<TextRun> After) Of(string before, string after)
    {
        if (before == after)
        {
            return ([new TextRun(before)], [new TextRun(after)]);
        }

        var (head, tail) = CommonEnds.Of(before, after);
        var (middleBefore, middleAfter) = (before[head..^tail], after[head..^tail]);
        var (left, right) = middleBefore.Length <= Longest && middleAfter.Length <= Longest ? Marks(middleBefore, middleAfter) : (All(middleBefore), All(middleAfter));
        return (Runs(before, head, left), Runs(after, head, right));
    }

    private static bool[] All(string text)
    {
        var marks = new bool[text.Length];
        Array.Fill(marks, true);
        return marks;
    }

    /// <summary>Longest common subsequence; a common piece of one character between two changes is marked too, since nobody reads such islands.</summary>
    private static (bool[] Before, bool[] After) Marks(string a, string b)
    {
        var length = new int[a.Length + 1, b.Length + 1];
        for (var i = a.Length - 1; i >= 0; i--)
        {
            for (var j = b.Length - 1; j >= 0; j--)
            {
                length[i, j] = a[i] == b[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var (before, after) = (All(a), All(b));
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                before[i++] = after[j++] = false;
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return (Joined(before), Joined(after));
    }

    private static bool[] Joined(bool[] marks)
    {
        for (var i = 1; i + 1 < marks.Length; i++)
        {
            marks[i] |= marks[i - 1] && marks[i + 1];
        }

        return marks;
    }

    private static List<TextRun> Runs(string text, int head, bool[] marks)
    {
        var runs = new List<TextRun>();
        var start = 0;
        bool Marked(int i) => i >= head && i < head + marks.Length && marks[i - head];
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || Marked(i) != Marked(start))
            {
                runs.Add(new TextRun(text[start..i], Marked(start)));
                start = i;
            }
        }

        return runs;
    }
}
