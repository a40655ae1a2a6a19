-- Sites that embed the panel, and the sealed secrets with which they vouch for their users.
create table if not exists mt_doc_site (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_site_id primary key (id)
);

create table if not exists mt_doc_signingsecret (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_signingsecret_id primary key (id)
);
