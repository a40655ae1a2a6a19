-- Mailboxes, what came in through them, and how they are; and whoever writes by mail alone.
alter table mt_doc_visitor add column if not exists mail_address varchar null;
create unique index if not exists mt_doc_visitor_uidx_mail_address on mt_doc_visitor (mail_address);

create table if not exists mt_doc_mailbox (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_mailbox_id primary key (id)
);

create table if not exists mt_doc_mailboxhealth (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_mailboxhealth_id primary key (id)
);

create table if not exists mt_doc_receivedmail (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    message_id       varchar     null,
    ticket           uuid        null,
    sender           uuid        null,
    held_back_at     timestamptz null,
    constraint pkey_mt_doc_receivedmail_id primary key (id)
);
create index if not exists mt_doc_receivedmail_idx_message_id on mt_doc_receivedmail (message_id) where (message_id is not null);
create index if not exists mt_doc_receivedmail_idx_ticket on mt_doc_receivedmail (ticket) where (ticket is not null);
create index if not exists mt_doc_receivedmail_idx_sender on mt_doc_receivedmail (sender) where (sender is not null);
create index if not exists mt_doc_receivedmail_idx_held_back_at on mt_doc_receivedmail (held_back_at) where (held_back_at is not null);
