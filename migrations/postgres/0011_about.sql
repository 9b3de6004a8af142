-- What a ballot is about, and how it came.
--
-- How a ballot came about follows from its way in, no longer from its campaign. A campaign names the
-- kinds it takes instead, by their names with blanks between; with none named it takes every kind, as
-- those that were there before go on doing.
alter table campaigns add column takes text not null default '';

-- What people come to a service point for, where it names that: it is then what its ballots are about.
create table served_procedures (
    service_point_id bigint not null references service_points,
    procedure_id     bigint not null references procedures,
    primary key (service_point_id, procedure_id)
);

create table served_units (
    service_point_id bigint not null references service_points,
    unit_id          bigint not null references units,
    primary key (service_point_id, unit_id)
);
