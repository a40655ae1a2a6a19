-- What staff keep is of a kind that is named as Marten names it: in streams, and in the audit.
update mt_streams s set type = r.becomes
from (values ('calendaryear', 'calendar_year'), ('regulationsettings', 'regulation_settings'), ('agentrights', 'agent_rights'),
  ('tariffterms', 'tariff_terms'), ('apikey', 'api_key')) as r(was, becomes)
where s.type = r.was;
update mt_doc_auditentry a set kind = r.becomes, data = jsonb_set(a.data, '{Kind}', to_jsonb(r.becomes))
from (values ('calendaryear', 'calendar_year'), ('regulationsettings', 'regulation_settings'), ('agentrights', 'agent_rights'),
  ('tariffterms', 'tariff_terms'), ('apikey', 'api_key')) as r(was, becomes)
where a.kind = r.was;
