using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace iStom.Chat.TestSupport;

/// <summary>Keeps what is logged, for tests that look.</summary>
public sealed class LogRecorder : ILoggerProvider
{
    private readonly ConcurrentQueue<(LogLevel Level, int Number, string Text)> _entries = new();

    public IReadOnlyCollection<(LogLevel Level, int Number, string Text)> Entries => _entries;

    /// <summary>Errors and worse, with their exceptions.</summary>
    public IReadOnlyList<string> Errors => [.. _entries.Where(entry => entry.Level >= LogLevel.Error).Select(entry => entry.Text)];

    /// <summary>Waits until an event with this number is logged, with a limit.</summary>
    public async Task Until(int number)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2), new WallClock());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10), new WallClock());
        while (!_entries.Any(entry => entry.Number == number))
        {
            await timer.WaitForNextTickAsync(limit.Token);
        }
    }

    public ILogger CreateLogger(string categoryName) => new Recorder(categoryName, _entries);

    public void Dispose()
    {
    }

    private sealed class Recorder(string category, ConcurrentQueue<(LogLevel Level, int Number, string Text)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            entries.Enqueue((logLevel, eventId.Id, $"{category}: {formatter(state, exception)} {exception}"));
    }
}
