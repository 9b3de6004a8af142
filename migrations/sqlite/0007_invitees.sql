-- People who are asked by a link of their own, because their dossier was finished.

-- Who they are is sealed as one text; `phone`, `email` and `dossier` are keyed stand-ins, bound to
-- the campaign, by which a row is found again. That somebody answered is a mark without a time or a
-- ballot, and no ballot names an invitee: nothing here says who sent which one.
create table invitees (
    id               integer primary key, -- drawn by chance; the link's token proves it with a keyed tag
    campaign_id      integer not null references campaigns,
    unit_id          integer references units, -- whose dossier it was, as far as it is known
    procedure_id     integer references procedures,
    service_point_id integer references service_points,
    contact          blob    not null, -- sealed
    phone            blob,
    email            blob,
    dossier          blob,
    created          integer not null, -- the local day
    answered         integer not null default 0 check (answered in (0, 1))
) strict;

-- One page of a campaign, and one of its rows by what somebody says of themselves.
create index invitees_of_campaign on invitees (campaign_id, created, id);
create index invitees_by_phone on invitees (phone) where phone is not null;
create index invitees_by_email on invitees (email) where email is not null;
create unique index invitees_by_dossier on invitees (dossier) where dossier is not null;
