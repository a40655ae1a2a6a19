-- How the programs outside do with which we work, and which of them are to rest.
create table if not exists mt_doc_integrationhealth (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_integrationhealth_id primary key (id)
);

create table if not exists mt_doc_integrationswitch (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_integrationswitch_id primary key (id)
);
