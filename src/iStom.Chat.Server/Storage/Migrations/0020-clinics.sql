-- Clinics are listed, searched, and known by their number in the billing system; tariffs are kept.
alter table mt_doc_clinic add column if not exists name varchar null;
alter table mt_doc_clinic add column if not exists number varchar null;
alter table mt_doc_clinic add column if not exists words varchar null;
-- Letters one by one: what lower() makes of them depends on the database's locale.
update mt_doc_clinic set
  data = '{"TariffId": null, "TariffFrom": null, "TariffUntil": null, "Number": null, "Contacts": [], "Product": null, "ProductVersion": null, "TeamViewerId": null, "Notes": null}' || data,
  name = data ->> 'Name', words = translate(trim(data ->> 'Name'),
  'ABCDEFGHIJKLMNOPQRSTUVWXYZАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯё', 'abcdefghijklmnopqrstuvwxyzабвгдеежзийклмнопрстуфхцчшщъыьэюяе') where name is null;
create unique index if not exists mt_doc_clinic_uidx_number on mt_doc_clinic (number);
create index if not exists istom_clinic_name on mt_doc_clinic (name collate "C", id);

create table if not exists mt_doc_tariffterms (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_tariffterms_id primary key (id)
);

-- Whose visitors and tickets there are.
alter table mt_doc_visitor add column if not exists clinic uuid null;
update mt_doc_visitor set clinic = (data ->> 'Clinic')::uuid where data ->> 'Clinic' is not null;
create index if not exists mt_doc_visitor_idx_clinic on mt_doc_visitor (clinic) where (clinic is not null);
create index if not exists mt_doc_ticket_idx_clinic on mt_doc_ticket (clinic) where (clinic is not null);
