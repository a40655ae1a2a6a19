-- Streams of what staff keep are of a kind that is named as Marten names it.
update mt_streams set type = case type
    when 'calendaryear' then 'calendar_year'
    when 'regulationsettings' then 'regulation_settings'
    when 'agentrights' then 'agent_rights'
    when 'tariffterms' then 'tariff_terms'
    when 'apikey' then 'api_key'
  end
where type in ('calendaryear', 'regulationsettings', 'agentrights', 'tariffterms', 'apikey');
