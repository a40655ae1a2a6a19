using JasperFx;
using JasperFx.Events;
using Marten.Exceptions;
using Npgsql;

namespace iStom.Chat.Server.Storage.Marten;

/// <summary>Tells by what Marten throws whether somebody was faster.</summary>
internal static class MartenConflict
{
    public static bool Is(Exception e) => IsOfStream(e) || Any(e, cause => cause switch
    {
        ConcurrencyConflictException or ConcurrencyException or DocumentAlreadyExistsException => true,
        PostgresException postgres => PostgresSession.IsConflict(postgres),
        _ => false,
    });

    /// <summary>A stream had moved on, or was begun by somebody else.</summary>
    public static bool IsOfStream(Exception e) => Any(e, cause => cause
        is EventStreamUnexpectedMaxEventIdException or ExistingStreamIdCollisionException
        or PostgresException { TableName: "mt_streams" } or PostgresException { ConstraintName: "pk_mt_events_stream_and_version" });

    private static bool Any(Exception e, Func<Exception, bool> what) => what(e) || e switch
    {
        AggregateException many => many.InnerExceptions.Any(inner => Any(inner, what)),
        { InnerException: { } inner } => Any(inner, what),
        _ => false,
    };
}
