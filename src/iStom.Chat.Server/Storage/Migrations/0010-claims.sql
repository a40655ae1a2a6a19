-- Tickets that were written before a claim said whose word it is: their events always have.
update mt_doc_ticket t set data = jsonb_set(t.data, '{Claim,By}', claimed.data -> 'By')
from (select distinct on (stream_id) stream_id, data from mt_events where type = 'criticality_claimed' order by stream_id, version desc) claimed
where claimed.stream_id = t.id and jsonb_typeof(t.data -> 'Claim') = 'object' and t.data -> 'Claim' -> 'By' is null;
