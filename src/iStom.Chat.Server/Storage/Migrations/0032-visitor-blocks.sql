-- Who may not write.
create table if not exists mt_doc_visitorblock (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_visitorblock_id primary key (id)
);
