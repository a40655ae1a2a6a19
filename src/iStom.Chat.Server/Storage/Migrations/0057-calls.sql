-- Calls that the telephone exchange tells of, its settings, and visitors by the digits of their phones.
create table if not exists mt_doc_telephonysettings (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_telephonysettings_id primary key (id)
);

create table if not exists mt_doc_phonecall (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    at               timestamptz null,
    open_at          timestamptz null,
    number           varchar     null,
    ticket           uuid        null,
    constraint pkey_mt_doc_phonecall_id primary key (id)
);
create index if not exists mt_doc_phonecall_idx_at on mt_doc_phonecall (at);
create index if not exists mt_doc_phonecall_idx_open_at on mt_doc_phonecall (open_at) where (open_at is not null);
create index if not exists mt_doc_phonecall_idx_number on mt_doc_phonecall (number) where (number is not null);
create index if not exists mt_doc_phonecall_idx_ticket on mt_doc_phonecall (ticket) where (ticket is not null);

-- Who asks to be called back about a ticket that nobody has and that waits in no queue: it is in no other list.
create index if not exists istom_ticket_callback on mt_doc_ticket (id) where (assignee is null and (data -> 'Callback' ->> 'At') is not null);

-- As PhoneDigits.National has them, a line each after what there is.
update mt_doc_visitor v set words = concat_ws(E'\n', v.words, p.digits)
from (
  select id, string_agg(right(regexp_replace(regexp_replace(phone, '[\s,;]*(доб|вн|ext|x|#)[[:alnum:]_.]*\s*\d{1,6}\s*$', '', 'i'), '\D', '', 'g'), 10), E'\n' order by place) as digits
  from mt_doc_visitor, lateral (values (1, data ->> 'Phone'), (2, data ->> 'GivenPhone')) as given (place, phone)
  where phone is not null and phone <> '[erased]'
  group by id) p
where p.id = v.id and p.digits <> '' and strpos(coalesce(v.words, ''), p.digits) = 0;
