-- How much mail is taken in, and how long an answer waits to be read in the chat.
create table if not exists mt_doc_mailsettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_mailsettings_id primary key (id)
);
