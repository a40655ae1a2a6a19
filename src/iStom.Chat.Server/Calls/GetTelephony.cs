using iStom.Chat.Domain;
using iStom.Chat.Domain.Phone;
using iStom.Chat.Server.Contract;
using iStom.Chat.Server.Hosting.Commands;
using iStom.Chat.Server.Storage;
using MediatR;
using NodaTime;
using Npgsql;

namespace iStom.Chat.Server.Calls;

/// <summary>What is known of the telephone exchange, and when it told us anything last.</summary>
[AllowStaff(AgentRole.Administrator)]
public sealed record GetTelephony(AgentCaller Caller) : AgentCommand<TelephonyView>(Caller);

/// <summary>version: to be said with a change. lastCall: when the latest call began; null: none was told, or all records are gone.</summary>
public sealed record TelephonyView(TelephonySettings Settings, long Version, Instant? LastCall);

internal sealed class GetTelephonyHandler(PhoneBook phones, NpgsqlDataSource database) : IRequestHandler<GetTelephony, Decision<TelephonyView>>
{
    public async Task<Decision<TelephonyView>> Handle(GetTelephony request, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select max(at) from mt_doc_phonecall");
        var last = await command.ExecuteScalarAsync(cancellationToken);
        return new TelephonyView(phones.Settings.Value, phones.Settings.Version, last is DateTime at ? Sql.InstantOf(at) : null);
    }
}
