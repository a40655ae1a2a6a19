-- Keys by which other programs speak to the server; what they show is kept apart, as a hash.
create table if not exists mt_doc_apikey (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_apikey_id primary key (id)
);

create table if not exists mt_doc_apikeysecret (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    hash             varchar     null,
    constraint pkey_mt_doc_apikeysecret_id primary key (id)
);
create unique index if not exists mt_doc_apikeysecret_uidx_hash on mt_doc_apikeysecret (hash);
