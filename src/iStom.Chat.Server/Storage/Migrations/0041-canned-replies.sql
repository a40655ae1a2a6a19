-- Replies that are written once and sent often: the team's, and each agent's own.
create table if not exists mt_doc_cannedreply (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    owner            uuid        null,
    constraint pkey_mt_doc_cannedreply_id primary key (id)
);
