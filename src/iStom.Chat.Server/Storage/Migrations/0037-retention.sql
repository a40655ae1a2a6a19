-- How long things are kept, and the runs that go over them.
create table if not exists mt_doc_retentionsettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_retentionsettings_id primary key (id)
);

create table if not exists mt_doc_retentionrun (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_retentionrun_id primary key (id)
);
