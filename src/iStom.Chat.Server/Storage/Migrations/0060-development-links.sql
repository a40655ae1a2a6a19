-- Which programs are told of development, and which issue trackers tell of it.
create table if not exists mt_doc_developmentsettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_developmentsettings_id primary key (id)
);

create table if not exists mt_doc_trackertally (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_trackertally_id primary key (id)
);
