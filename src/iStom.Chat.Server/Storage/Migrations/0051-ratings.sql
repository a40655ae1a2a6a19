-- Ratings newest first, and what became of the manual's articles that were shown, without a look at every ticket.
alter table mt_doc_ticket add column if not exists rated_at timestamptz null;
alter table mt_doc_ticket add column if not exists shown_at timestamptz null;
update mt_doc_ticket set rated_at = (data ->> 'RatedAt')::timestamptz where data ->> 'RatedAt' is not null and rated_at is null;
update mt_doc_ticket set shown_at = (data ->> 'OpenedAt')::timestamptz where jsonb_array_length(coalesce(data -> 'Articles', '[]')) > 0 and shown_at is null;
create index if not exists istom_ticket_rated on mt_doc_ticket (rated_at, id) where (rated_at is not null);
create index if not exists istom_ticket_shown on mt_doc_ticket (shown_at) where (shown_at is not null);

alter table mt_doc_selfhelp add column if not exists at timestamptz null;
update mt_doc_selfhelp set at = (data ->> 'At')::timestamptz where at is null;
create index if not exists mt_doc_selfhelp_idx_at on mt_doc_selfhelp (at);
