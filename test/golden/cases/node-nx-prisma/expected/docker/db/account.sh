#!/bin/sh
# Makes the account of the apps on the first start; the image runs it on an empty volume only.
set -e
password="${APP_PASSWORD:-$(cat /run/secrets/postgres_password)}"
# the password goes through standard input: arguments are seen in the list of processes
psql --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname clinic <<SQL
CREATE ROLE clinic LOGIN NOSUPERUSER ${APP_ROLE_OPTIONS:-} PASSWORD '$(printf %s "$password" | sed "s/'/''/g")';
ALTER DATABASE clinic OWNER TO clinic;
ALTER SCHEMA public OWNER TO clinic;
REVOKE ALL ON DATABASE clinic FROM PUBLIC;
SQL
