-- Years of the production calendar and editions of the regulation that staff keep.
create table if not exists mt_doc_calendaryear (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_calendaryear_id primary key (id)
);

create table if not exists mt_doc_regulationsettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_regulationsettings_id primary key (id)
);
