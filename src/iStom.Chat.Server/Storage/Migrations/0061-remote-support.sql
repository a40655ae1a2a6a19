-- How agents look at a customer's screen, and what they connect with while they do.
create table if not exists mt_doc_remotesupportsettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_remotesupportsettings_id primary key (id)
);

create table if not exists mt_doc_remoteaccess (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    ticket           uuid        null,
    until            timestamptz null,
    constraint pkey_mt_doc_remoteaccess_id primary key (id)
);
create index if not exists mt_doc_remoteaccess_idx_ticket on mt_doc_remoteaccess (ticket);
create index if not exists mt_doc_remoteaccess_idx_until on mt_doc_remoteaccess (until) where (until is not null);
