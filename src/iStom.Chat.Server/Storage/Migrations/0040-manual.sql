-- Articles of the manual, listed by their titles and found by words of title and tags.
create table if not exists mt_doc_article (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    title            varchar     null,
    words            varchar     null,
    constraint pkey_mt_doc_article_id primary key (id)
);
create index if not exists istom_article_title on mt_doc_article (title collate "C", id);
