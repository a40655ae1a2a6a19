-- A line for each change of what staff keep; the change itself is the event of the same id.
create table if not exists mt_doc_auditentry (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    kind             varchar     null,
    by_id            uuid        null,
    at               timestamptz null,
    constraint pkey_mt_doc_auditentry_id primary key (id)
);

-- Clinics that were stored before their changes were: the first change is that they were there.
insert into mt_streams (id, type, version)
select id, 'clinic', mt_version from mt_doc_clinic where mt_version = 1
on conflict (id) do nothing;

insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
select nextval('mt_events_sequence'), gen_random_uuid(), id, 1,
       jsonb_build_object('Before', null, 'After', data, 'Made', jsonb_build_object(
         'By', jsonb_build_object('Kind', 'Desk', 'Id', null), 'From', null, 'At', to_char(mt_last_modified at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))),
       'clinic_changed', mt_last_modified, '*DEFAULT*', 'iStom.Chat.Domain.Clinics.ClinicChanged, iStom.Chat.Domain', false
from mt_doc_clinic c where mt_version = 1 and not exists (select from mt_events e where e.stream_id = c.id);
