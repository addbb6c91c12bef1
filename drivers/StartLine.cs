namespace Conformance.Drivers;

/// <summary>A barrier for calls that are to run at the same time: each waits, ready to go, until all are there. Thread-safe.</summary>
/// <param name="runners">How many there are.</param>
public sealed class StartLine(int runners)
{
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int there;

    /// <summary>One who will run. Disposing who never arrived lets the others go: somebody who fell on the way holds nobody up.</summary>
    public Runner Enter() => new(this);

    private void Arrived()
    {
        if (Interlocked.Increment(ref there) >= runners)
        {
            gate.TrySetResult();
        }
    }

    /// <summary>One of those at the line.</summary>
    public sealed class Runner : IDisposable
    {
        private readonly StartLine _line;
        private int _arrived;

        internal Runner(StartLine line) => _line = line;

        /// <summary>Comes to an end when everybody is there.</summary>
        public Task ArriveAsync(CancellationToken cancellationToken)
        {
            Dispose();
            return _line.gate.Task.WaitAsync(cancellationToken);
        }

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _arrived, 1) == 0)
            {
                _line.Arrived();
            }
        }
    }
}
