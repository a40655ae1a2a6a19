-- Who is still to be erased one day, and who shares a thread: retention and erasures read off these.
create index if not exists istom_visitor_kept on mt_doc_visitor (id) where (verified_as is null and key_hash <> '[erased] ' || id::text);
create index if not exists istom_visitor_thread on mt_doc_visitor ((data ->> 'Conversation'));
