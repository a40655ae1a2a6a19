-- What is searched for: a row for each text that an event holds, with its words and no text; made from mt_events, and could be made anew.
-- kind: 0 a ticket's subject, 1 a message, 2 what staff alone may see.
create table if not exists istom_search (
    seq    bigint      not null,
    ticket uuid        not null,
    kind   smallint    not null,
    at     timestamptz not null,
    words  tsvector    not null,
    constraint pkey_istom_search_seq primary key (seq)
);
create index if not exists istom_search_words on istom_search using gin (words);
create index if not exists istom_search_at on istom_search (at, seq);
create index if not exists istom_search_opened on istom_search (at, seq) where (kind = 0);
create index if not exists istom_search_ticket on istom_search (ticket, at, seq);

-- The words that there are, by which a misspelt one is understood; and those of erased texts, until it is known whether anybody else used them.
create table if not exists istom_search_word (word varchar primary key);
create table if not exists istom_search_lost (word varchar primary key);

-- How far it has come: every event up to there is in it. seen, horizon: the numbers up to seen that are missing once every transaction
-- before horizon has ended will never come.
create table if not exists istom_search_state (
    id      int    primary key default 1 check (id = 1),
    through bigint not null default 0,
    seen    bigint not null default 0,
    horizon xid8   null
);
insert into istom_search_state (id) values (1) on conflict do nothing;

-- Similar words need pg_trgm, which comes with PostgreSQL, and which an account that may create in the database may have. Without it all
-- is found but what is misspelt, and clinics and visitors are looked through one by one.
do $$
begin
  create extension if not exists pg_trgm;
exception when others then
  raise warning 'search goes without pg_trgm, and finds nothing that is misspelt: %', sqlerrm;
end $$;

-- Visitors by name and address.
alter table mt_doc_visitor add column if not exists words varchar null;
update mt_doc_visitor set words = translate(concat_ws(E'\n', data ->> 'Name', data ->> 'Email'),
  'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё', 'abcdefghijklmnopqrstuvwxyzабвгдеежзийклмнопрстуфхцчшщъыьэюяе')
  where words is null and coalesce(data ->> 'Name', data ->> 'Email') is not null;

do $$
begin
  if exists (select from pg_extension where extname = 'pg_trgm') then
    create index if not exists istom_search_similar on istom_search_word using gin (word gin_trgm_ops);
    create index if not exists istom_visitor_words on mt_doc_visitor using gin (words gin_trgm_ops);
    create index if not exists istom_clinic_words on mt_doc_clinic using gin (words gin_trgm_ops);
  end if;
end $$;

-- Tickets by what the desk filters by.
alter table mt_doc_ticket add column if not exists kind varchar null;
alter table mt_doc_ticket add column if not exists support_level varchar null;
update mt_doc_ticket set kind = data ->> 'Kind', support_level = data ->> 'Level' where kind is null;
create index if not exists istom_ticket_facets on mt_doc_ticket (status, kind, support_level, assignee) include (criticality, queued_since, at_risk_at, id);
