-- A shortcut finds one reply of the team and one of each agent's own. Of those that were taken twice in the same moment the first keeps the place.
alter table mt_doc_cannedreply add column if not exists shortcut varchar null;
update mt_doc_cannedreply r set shortcut = concat(r.owner, '/', r.data ->> 'Shortcut')
from (select id, row_number() over (partition by owner, data ->> 'Shortcut' order by id) as place from mt_doc_cannedreply where data ->> 'Shortcut' is not null) s
where s.id = r.id and s.place = 1 and r.shortcut is null;
create unique index if not exists mt_doc_cannedreply_uidx_shortcut on mt_doc_cannedreply (shortcut);
