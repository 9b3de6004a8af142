-- The number in the signed address of the device at a service point: raised, it takes back the address that
-- was given out before, and no other one.
alter table service_points add column kiosk integer not null default 0;
