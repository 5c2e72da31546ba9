#!/bin/sh
# Makes the account of the apps on the first start; the image runs it on an empty volume only.
set -e
password="${APP_PASSWORD:-$(cat /run/secrets/postgres_password)}"
# the password goes through standard input: arguments are seen in the list of processes
psql --quiet --set=ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname harbour <<SQL
CREATE ROLE harbour LOGIN NOSUPERUSER ${APP_ROLE_OPTIONS:-} PASSWORD '$(printf %s "$password" | sed "s/'/''/g")';
ALTER DATABASE harbour OWNER TO harbour;
ALTER SCHEMA public OWNER TO harbour;
REVOKE ALL ON DATABASE harbour FROM PUBLIC;
SQL
