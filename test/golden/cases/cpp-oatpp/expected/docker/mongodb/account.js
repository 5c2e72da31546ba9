// Makes the account of the apps on the first start; the image runs it on an empty volume only.
const { readFileSync } = require('fs');
const pwd = process.env.APP_PASSWORD ?? readFileSync('/run/secrets/mongodb_password', 'utf8').trim();
db.getSiblingDB('ledger').createUser({ user: 'ledger', pwd, roles: ['readWrite', 'dbAdmin'] });
