-- Ways back to a lost password. The secrets of their links are kept with those of invitations, under a name that says so.
create table if not exists mt_doc_passwordreset (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_passwordreset_id primary key (id)
);

alter table mt_doc_invitationkey rename to mt_doc_linkkey;
alter table mt_doc_linkkey rename constraint pkey_mt_doc_invitationkey_id to pkey_mt_doc_linkkey_id;
alter index mt_doc_invitationkey_uidx_hash rename to mt_doc_linkkey_uidx_hash;
update mt_doc_linkkey set mt_dotnet_type = 'iStom.Chat.Server.Agents.LinkKey';
