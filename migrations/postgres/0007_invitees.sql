-- People who are asked by a link of their own, because their dossier was finished.

-- Who they are is sealed as one text; `phone`, `email` and `dossier` are keyed stand-ins, bound to
-- the campaign, by which a row is found again. That somebody answered is a mark without a time or a
-- ballot, and no ballot names an invitee: nothing here says who sent which one.
create table invitees (
    id               bigint primary key, -- drawn by chance; the link's token proves it with a keyed tag
    campaign_id      bigint not null references campaigns,
    unit_id          bigint references units, -- whose dossier it was, as far as it is known
    procedure_id     bigint references procedures,
    service_point_id bigint references service_points,
    contact          bytea  not null, -- sealed
    phone            bytea,
    email            bytea,
    dossier          bytea,
    created          bigint not null, -- the local day
    answered         bigint not null default 0 check (answered in (0, 1))
);

-- One page of a campaign, and one of its rows by what somebody says of themselves.
create index invitees_of_campaign on invitees (campaign_id, created, id);
create index invitees_by_phone on invitees (phone) where phone is not null;
create index invitees_by_email on invitees (email) where email is not null;
create unique index invitees_by_dossier on invitees (dossier) where dossier is not null;
