-- What visitors find while they write: the words of published articles (of others: none), kept by the transaction that changes an article, whoever writes it.
create table if not exists istom_article_search (
    article  uuid     not null,
    language varchar  not null,
    title    tsvector not null,
    words    tsvector not null,
    constraint pkey_istom_article_search_article primary key (article),
    constraint fkey_istom_article_search_article foreign key (article) references mt_doc_article (id) on delete cascade
);
create index if not exists istom_article_search_words on istom_article_search using gin (words);

-- The words that titles and tags have or had, by which a misspelt one is understood.
create table if not exists istom_article_word (
    article uuid    not null,
    word    varchar not null,
    constraint pkey_istom_article_word_article_word primary key (article, word),
    constraint fkey_istom_article_word_article foreign key (article) references mt_doc_article (id) on delete cascade
);

-- Small letters, and е for ё: what lower() makes of them depends on the database's locale.
create or replace function istom_article_words(given text) returns tsvector language sql immutable as $$
  select strip(to_tsvector('pg_catalog.russian', translate(coalesce(given, ''),
    'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё', 'abcdefghijklmnopqrstuvwxyzабвгдеежзийклмнопрстуфхцчшщъыьэюяе')))
$$;

create or replace function istom_article_found() returns trigger language plpgsql as $$
declare
  published boolean := new.data ->> 'State' = 'Published';
  titled tsvector := istom_article_words(case when published then concat_ws(' ', new.data ->> 'Title', new.data ->> 'Tags', new.data ->> 'Product', new.data ->> 'Module') end);
begin
  insert into istom_article_search (article, language, title, words)
    values (new.id, new.data ->> 'Language', titled, titled || istom_article_words(case when published then new.data ->> 'Body' end))
    on conflict (article) do update set language = excluded.language, title = excluded.title, words = excluded.words;
  insert into istom_article_word (article, word)
    select new.id, w from unnest(tsvector_to_array(titled)) w where length(w) between 3 and 30 and w !~ '[^[:alnum:]]'
    on conflict do nothing;
  return null;
end $$;

create or replace trigger istom_article_found after insert or update on mt_doc_article for each row execute function istom_article_found();
update mt_doc_article set data = data;

-- As 0045-search, which comes later; without it nothing misspelt is found.
do $$
begin
  create extension if not exists pg_trgm;
exception when others then
  raise warning 'the manual goes without pg_trgm, and finds nothing that is misspelt: %', sqlerrm;
end $$;

do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index if not exists istom_article_word_similar on istom_article_word using gin (word gin_trgm_ops);
  end if;
end $$;

-- That an article helped, and nobody had to write.
create table if not exists mt_doc_selfhelp (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    article          uuid        null,
    constraint pkey_mt_doc_selfhelp_id primary key (id)
);
create index if not exists mt_doc_selfhelp_idx_article on mt_doc_selfhelp (article);
