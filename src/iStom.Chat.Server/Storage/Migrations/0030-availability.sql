-- What an agent says of themselves: Online, Away, PaidDuty.
alter table istom_presence add column if not exists availability varchar not null default 'Online';
