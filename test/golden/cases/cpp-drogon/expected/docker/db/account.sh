#!/bin/sh
# Makes the account of the apps on the first start; the image runs it on an empty volume only.
set -e
password="${APP_PASSWORD:-$(cat /run/secrets/postgres_password)}"
# the password goes through standard input: arguments are seen in the list of processes
psql --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname orchard <<SQL
CREATE ROLE orchard LOGIN NOSUPERUSER ${APP_ROLE_OPTIONS:-} PASSWORD '$(printf %s "$password" | sed "s/'/''/g")';
ALTER DATABASE orchard OWNER TO orchard;
ALTER SCHEMA public OWNER TO orchard;
REVOKE ALL ON DATABASE orchard FROM PUBLIC;
SQL
