-- What development is to make, the versions that brought it, and which tickets wait for what.
alter table mt_doc_ticket add column if not exists development_item uuid null;
create index if not exists mt_doc_ticket_idx_development_item on mt_doc_ticket (development_item) where (development_item is not null);

create table if not exists mt_doc_developmentitem (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    external_key     varchar     null,
    constraint pkey_mt_doc_developmentitem_id primary key (id)
);
create unique index if not exists mt_doc_developmentitem_uidx_external_key on mt_doc_developmentitem (external_key);

create table if not exists mt_doc_programrelease (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_programrelease_id primary key (id)
);
