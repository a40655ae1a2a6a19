-- Which verified user a browser writes as, and the tokens that have been used.
alter table mt_doc_visitor add column if not exists verified_as uuid null;
create index if not exists mt_doc_visitor_idx_verified_as on mt_doc_visitor (verified_as) where (verified_as is not null);

create table if not exists mt_doc_usedtoken (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    expires_at       timestamptz null,
    constraint pkey_mt_doc_usedtoken_id primary key (id)
);
