-- Files that were uploaded; the files themselves are kept elsewhere.
create table if not exists mt_doc_keptfile (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    conversation     uuid        null,
    waiting_since    timestamptz null,
    constraint pkey_mt_doc_keptfile_id primary key (id)
);
create index if not exists mt_doc_keptfile_idx_conversation on mt_doc_keptfile (conversation);
create index if not exists mt_doc_keptfile_idx_waiting_since on mt_doc_keptfile (waiting_since) where (waiting_since is not null);
