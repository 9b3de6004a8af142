-- What everybody may read: tables of closed periods, made once and never changed. A period that is
-- published again gets a new version beside the old one.
create table publications (
    id        integer primary key,
    scheme    text    not null, -- the period scheme, such as `calendar`
    period    text    not null, -- `2026-08`, `2026-q3` or `2026`
    version   integer not null, -- from 1
    note      text    not null, -- why there is another version; empty for the first
    frozen    integer not null, -- milliseconds since 1970
    first_day integer not null, -- YYYYMMDD, the days that count in it
    last_day  integer not null,
    summary   text    not null, -- JSON: the whole of each question set
    tables    text    not null, -- JSON: every published row
    sheets    text    not null, -- JSON: the counts behind them, hidden ones too; shown to nobody
    hash      blob    not null, -- SHA-256 of summary and tables
    unique (scheme, period, version)
) strict;
