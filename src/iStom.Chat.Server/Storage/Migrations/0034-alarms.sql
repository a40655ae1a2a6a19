-- Who is told of alarms, and the alarms themselves.
create table if not exists mt_doc_alarmsettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_alarmsettings_id primary key (id)
);

create table if not exists mt_doc_alarm (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    on_since         timestamptz null,
    ended_at         timestamptz null,
    constraint pkey_mt_doc_alarm_id primary key (id)
);
create index if not exists mt_doc_alarm_idx_on_since on mt_doc_alarm (on_since) where (on_since is not null);
