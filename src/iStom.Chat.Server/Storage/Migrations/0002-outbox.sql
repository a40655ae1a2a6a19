-- Background work, written in the transaction that makes it necessary. Not Marten's.
create table if not exists istom_outbox (
    id           uuid        not null,
    kind         varchar     not null,
    subject      uuid        null,
    data         jsonb       not null,
    due          timestamptz not null,
    tries        int         not null default 0,
    leased_until timestamptz null,
    parked       timestamptz null,
    reason       varchar     null,
    constraint pkey_istom_outbox_id primary key (id)
);
create index if not exists istom_outbox_idx_due on istom_outbox (due) where (parked is null);
create index if not exists istom_outbox_idx_subject on istom_outbox (subject) where (subject is not null);
