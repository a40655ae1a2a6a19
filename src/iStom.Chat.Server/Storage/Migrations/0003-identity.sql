-- Keys that are replaced, sign-ins that can be ended, and when agents were last at the desk.
alter table mt_doc_visitor add column if not exists previous_key_hash varchar null;
create index if not exists mt_doc_visitor_idx_previous_key_hash on mt_doc_visitor (previous_key_hash) where (previous_key_hash is not null);

create table if not exists mt_doc_agentsession (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    agent            uuid        null,
    stamp            varchar     null,
    started_at       timestamptz null,
    ended_at         timestamptz null,
    constraint pkey_mt_doc_agentsession_id primary key (id)
);

create table if not exists istom_presence (agent uuid primary key, seen timestamptz not null);
