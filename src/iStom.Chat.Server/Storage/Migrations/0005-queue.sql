-- The queue is read off the ends of these, one per lane and level; only waiting tickets are in them.
create index if not exists istom_ticket_critical on mt_doc_ticket (level, criticality, queued_since, number collate "C")
    where (queued_since is not null and criticality in ('Confirmed', 'Claimed'));
create index if not exists istom_ticket_at_risk_at on mt_doc_ticket (level, at_risk_at) where (queued_since is not null);
create index if not exists istom_ticket_due on mt_doc_ticket (level, due, queued_since, number collate "C") where (queued_since is not null);
create index if not exists istom_ticket_turn on mt_doc_ticket (level, queued_since, number collate "C") where (queued_since is not null);
