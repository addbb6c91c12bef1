using System.Collections.Concurrent;
using System.Threading.Channels;
using Conformance.Drivers.Profiles;
using Conformance.Drivers.Ui;
using Conformance.Spec;
using Microsoft.Playwright;

namespace Conformance.Drivers.Recording;

/// <summary>A window in which a person works, and what they did there. Walks are recorded one after the other.</summary>
public sealed class ScreenRecorder : IAsyncDisposable
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using var stream = typeof(ScreenRecorder).Assembly.GetManifestResourceStream("Conformance.Drivers.Recording.record.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    private readonly UiSession _session;
    private readonly UiProfile _profile;
    private readonly string? _business;
    private readonly Secrets _secrets;
    private readonly TimeProvider _time;
    private readonly Uri _start;
    private readonly Channel<WalkEvent> _events = Channel.CreateUnbounded<WalkEvent>();
    private readonly ConcurrentDictionary<IFrame, Screen> _frames = new();
    private readonly Lock _gate = new();
    private Walk _walk;

    private ScreenRecorder(UiSession session, UiProfile profile, string? business, Secrets secrets, TimeProvider time)
    {
        (_session, _profile, _business, _secrets, _time) = (session, profile, business, secrets, time);
        _start = profile.Base.RevealAddress(secrets);
        _walk = new Walk(_start);
    }

    /// <summary>Why the first operator could not be logged in by itself; null where they are, or nobody has to be.</summary>
    public string? SignInTrouble { get; private set; }

    internal static async Task<ScreenRecorder> StartAsync(UiSession session, UiProfile profile, string? business, Secrets secrets, TimeProvider time, CancellationToken cancellationToken)
    {
        var recorder = new ScreenRecorder(session, profile, business, secrets, time);
        foreach (var one in profile.Operators)
        {
            // Known as a secret from here on, whoever types it.
            _ = OperatorLogin.Of(one, secrets);
        }

        if (profile.Login is not null && profile.Operators.Count > 0)
        {
            try
            {
                await recorder.Performance().LogInOnceAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (ProfileMismatchException e)
            {
                recorder.SignInTrouble = e.Message;
            }
        }

        // Only now: what the login types is nobody's business.
        await session.ListenAsync(read => $"({Script.Value})({read})", "__conformanceHears", recorder.Heard, () => recorder._events.Writer.TryComplete()).ConfigureAwait(false);
        return recorder;
    }

    /// <summary>The windows in which the person works.</summary>
    internal IBrowserContext Windows => _session.Windows;

    /// <summary>Goes to the first screen and forgets what was done before.</summary>
    /// <exception cref="TargetUnreachableException">The first screen does not answer, or the person closed the browser.</exception>
    public Task BeginAsync(CancellationToken cancellationToken) => AtWindowAsync(async () =>
    {
        await _session.GoAsync(_start, cancellationToken).ConfigureAwait(false);
        await _session.ShowAsync().ConfigureAwait(false);
        while (_events.Reader.TryRead(out var earlier))
        {
            _ = earlier;
        }

        _walk = new Walk(_start);
        _walk.Take(new WalkEvent(WalkEventKind.Open, "", "", await _session.ReadAsync(cancellationToken).ConfigureAwait(false)));
        return true;
    });

    /// <summary>Waits for the next thing that the person does in the walk.</summary>
    /// <returns>What it was, without a value that was typed; null when the last window is closed.</returns>
    public async Task<WalkSight?> NextAsync(CancellationToken cancellationToken)
    {
        while (await _events.Reader.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            while (_events.Reader.TryRead(out var happened))
            {
                if (Take(happened))
                {
                    return Sight(happened);
                }
            }
        }

        return null;
    }

    /// <summary>Whether nothing was done yet that could be mapped.</summary>
    public bool IsEmpty => _walk.Steps.Count == 0 && _walk.Address is null;

    /// <summary>What the walk amounts to, up to here.</summary>
    /// <param name="ask">What is doubtful is asked there.</param>
    /// <exception cref="TargetUnreachableException">The result cannot be read.</exception>
    public Task<RecordedExchange> MapAsync(WalkSubject subject, WalkAnswers ask, CancellationToken cancellationToken) => AtWindowAsync(async () =>
    {
        // What happened until now and was not taken yet belongs to it.
        while (_events.Reader.TryRead(out var happened))
        {
            Take(happened);
        }

        var result = _walk.Mark is { } mark ? mark.Screen : _events.Reader.Completion.IsCompleted ? null : await _session.ReadAsync(cancellationToken).ConfigureAwait(false);
        return Safe(new WalkReading(_walk, result, subject, _profile, _start, ask).Read());
    });

    /// <summary>The same for a walk that is not at its end.</summary>
    public RecordedExchange Draft(WalkSubject subject)
    {
        lock (_gate)
        {
            return Safe(new WalkReading(_walk, null, subject, _profile, _start, new WalkAnswers()).Read());
        }
    }

    // What is always entered stands in the profile: a secret never does.
    private RecordedExchange Safe(RecordedExchange recorded)
    {
        var secret = recorded.Mapping.Steps.SelectMany(step => step.Set).Where(pair => _secrets.Redact(pair.Value) != pair.Value).Select(pair => pair.Key).ToList();
        return secret.Count == 0 ? recorded : recorded with
        {
            Mapping = recorded.Mapping with { Steps = [.. recorded.Mapping.Steps.Select(step => step with { Set = step.Set.Where(pair => !secret.Contains(pair.Key)).ToDictionary() })] },
            Doubts = [.. recorded.Doubts, .. secret.Select(label => new WalkNote($"欄「{label}」", new Bilingual("秘密の値が入力されたため、書いていない。", "A secret was typed there, so it is not written.")))],
        };
    }

    private bool Take(WalkEvent happened)
    {
        lock (_gate)
        {
            return _walk.Take(happened);
        }
    }

    /// <summary>Opens the first screen of a mapping again, without pressing anything but menus, and looks for what it names.</summary>
    /// <returns>What is not there, or could not be looked at; null where all is.</returns>
    public Task<string?> FindAgainAsync(UiProfile profile, string exchange, CancellationToken cancellationToken) => AtWindowAsync(async () =>
    {
        // Whoever works in the window has signed in.
        _session.LoggedIn = true;
        var sight = (await new ScreenInspection(profile, _business, _session, _secrets, _time).LookAsync([profile.Exchanges[exchange]], new Dictionary<string, Inspection.ScreenWish>(), 0, cancellationToken).ConfigureAwait(false))[0];
        return sight.Trouble ?? (sight.Missing.Count == 0 ? null : string.Join("、", sight.Missing.Select(part => $"{part.Kind}「{part.Name}」")));
    });

    // A person may close the window at any time.
    private static async Task<T> AtWindowAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (PlaywrightException e)
        {
            throw new TargetUnreachableException("The browser is gone: " + e.Message.Split('\n')[0], e) { At = UnreachableAt.Browser };
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await _session.DisposeAsync().ConfigureAwait(false);
        }
        catch (PlaywrightException)
        {
            // The person closed the browser.
        }
    }

    private UiPerformance Performance() => new(_profile, Proposals.OfferedScreens.NoExchange, new FunctionCall("", new Dictionary<string, string?>()), _business, _session, _secrets, _time);

    // A page of several frames is told frame by frame; what the others showed last stands beside it.
    private void Heard(IFrame frame, string json)
    {
        var happened = WalkEvent.Parse(json);
        _frames[frame] = happened.Screen;
        var frames = frame.Page.Frames;
        var index = 0;
        var screens = new List<Screen>();
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i] == frame || _frames.ContainsKey(frames[i]))
            {
                index = frames[i] == frame ? i : index;
                screens.Add(_frames[frames[i]].InFrame(i));
            }
        }

        _events.Writer.TryWrite(happened with { Screen = screens.Count > 0 ? Screen.Merge(screens) : happened.Screen, Frame = index });
    }

    private static WalkSight Sight(WalkEvent happened) => happened.Kind switch
    {
        WalkEventKind.Enter => new WalkSight(PlayedKind.Fill, LabelText.Clean(happened.Screen.Fields.First(field => field.Id == happened.Id && field.Frame == happened.Frame).Name), IsResult: false),
        WalkEventKind.Mark => new WalkSight(PlayedKind.Read, happened.Text.Length > 30 ? happened.Text[..30] + "…" : happened.Text, IsResult: true),
        _ => new WalkSight(PlayedKind.Press, LabelText.Clean(happened.Screen.Actions.FirstOrDefault(action => action.Id == happened.Id && action.Frame == happened.Frame)?.Name ?? ""), IsResult: false),
    };
}
