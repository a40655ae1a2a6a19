-- The layout of a Marten 9 event and document store (JasperFx), as Marten itself would make it, so that genuine
-- Marten opens this database. Every statement can run again. What is not Marten's is named istom_*.
-- This is step 1 of the migration: later changes are steps of their own, in Migrations/.

create table if not exists istom_schema (version int primary key, applied timestamptz not null default now());

create sequence if not exists istom_ticket_serial as bigint;

create table if not exists mt_streams (
    id          uuid        not null,
    type        varchar     null,
    version     bigint      null,
    timestamp   timestamptz not null default (now()),
    created     timestamptz not null default (now()),
    tenant_id   varchar     null default '*DEFAULT*',
    is_archived bool        null default false,
    constraint pkey_mt_streams_id primary key (id)
);

create table if not exists mt_events (
    seq_id         bigint       not null,
    id             uuid         not null,
    stream_id      uuid         null,
    version        bigint       not null,
    data           jsonb        not null,
    bdata          bytea        null,
    type           varchar(500) not null,
    timestamp      timestamptz  not null default (now()),
    tenant_id      varchar      null default '*DEFAULT*',
    mt_dotnet_type varchar      null,
    is_archived    bool         null default false,
    constraint pkey_mt_events_seq_id primary key (seq_id),
    constraint fkey_mt_events_stream_id foreign key (stream_id) references mt_streams (id) on delete cascade
);
create sequence if not exists mt_events_sequence;
alter sequence mt_events_sequence owned by mt_events.seq_id;
create unique index if not exists pk_mt_events_stream_and_version on mt_events (stream_id, version);
create unique index if not exists idx_mt_events_event_id on mt_events (id);

create table if not exists mt_doc_conversation (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_conversation_id primary key (id)
);

create table if not exists mt_doc_ticket (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    number           varchar     null,
    assignee         uuid        null,
    status           varchar     null,
    visitor          uuid        null,
    clinic           uuid        null,
    criticality      varchar     null,
    level            varchar     null,
    queued_since     timestamptz null,
    due              timestamptz null,
    at_risk_at       timestamptz null,
    constraint pkey_mt_doc_ticket_id primary key (id)
);
create unique index if not exists mt_doc_ticket_uidx_number on mt_doc_ticket (number);
create index if not exists mt_doc_ticket_idx_queued_since on mt_doc_ticket (queued_since) where (queued_since is not null);
create index if not exists mt_doc_ticket_idx_assignee on mt_doc_ticket (assignee) where (assignee is not null);
create index if not exists mt_doc_ticket_idx_visitor on mt_doc_ticket (visitor);

create table if not exists mt_doc_visitor (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    key_hash         varchar     null,
    constraint pkey_mt_doc_visitor_id primary key (id)
);
create unique index if not exists mt_doc_visitor_uidx_key_hash on mt_doc_visitor (key_hash);

create table if not exists mt_doc_agent (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    email            varchar     null,
    constraint pkey_mt_doc_agent_id primary key (id)
);
create unique index if not exists mt_doc_agent_uidx_email on mt_doc_agent (email);

create table if not exists mt_doc_clinic (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_clinic_id primary key (id)
);

create table if not exists mt_doc_dataprotectionkey (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_dataprotectionkey_id primary key (id)
);
