-- Invitations, challenges for passkeys, counted attempts to sign in, and when sign-ins were last used.
create table if not exists mt_doc_invitation (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    constraint pkey_mt_doc_invitation_id primary key (id)
);

create table if not exists mt_doc_invitationkey (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    hash             varchar     null,
    constraint pkey_mt_doc_invitationkey_id primary key (id)
);
create unique index if not exists mt_doc_invitationkey_uidx_hash on mt_doc_invitationkey (hash);

create table if not exists mt_doc_passkeychallenge (
    id               uuid        not null,
    data             jsonb       not null,
    mt_last_modified timestamptz null default (transaction_timestamp()),
    mt_dotnet_type   varchar     null,
    mt_version       bigint      not null default 0,
    expires_at       timestamptz null,
    constraint pkey_mt_doc_passkeychallenge_id primary key (id)
);

create table if not exists istom_sign_in_attempts (
    account  varchar     not null,
    source   varchar     not null,
    failures int         not null,
    until    timestamptz not null,
    primary key (account, source)
);

create table if not exists istom_session_seen (session uuid primary key, seen timestamptz not null);
