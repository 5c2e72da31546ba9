import assert from 'node:assert/strict';
import type { VariableKind } from '../../../lib/brief/brief.js';
import { variableKind } from '../../../lib/brief/variable-kind.js';

describe('kind of a variable', () => {
  const names: Record<VariableKind, readonly string[]> = {
    'generated-secret': [
      'SESSION_SECRET', 'session_secret', 'JWT_SECRET', 'JWT_SECRET_KEY', 'JWT_REFRESH_SECRET', 'APP_KEY', 'SECRET', 'SECRET_KEY_BASE', 'COOKIE_SECRET',
      'NEXTAUTH_SECRET', 'ENCRYPTION_KEY', 'HASH_SALT', 'CSRF_KEY', 'AIRFLOW__API_AUTH__JWT_SECRET', 'App__Session_Secret', 'APP_KEYS', 'API_TOKEN_SALT', 'TRANSFER_TOKEN_SALT', 'ADMIN_JWT_SECRET',
    ],
    'external-secret': [
      'STRIPE_API_KEY', 'API_KEY', 'MY_APIKEY', 'SENTRY_DSN', 'GITHUB_TOKEN', 'SENTRY_AUTH_TOKEN', 'SMTP_PASSWORD', 'DB_PASS', 'AWS_SECRET_ACCESS_KEY',
      'GOOGLE_CLIENT_SECRET', 'WEBHOOK_SECRET', 'PRIVATE_KEY', 'S3_SECRET', 'STRIPE__SECRET_KEY',
    ],
    plain: [
      'LOG_LEVEL', 'PORT', 'PUBLIC_KEY', 'STRIPE_PUBLISHABLE_KEY', 'TOKEN_EXPIRY', 'JWT_EXPIRES_IN', 'TOKEN_TTL', 'PASSWORD_MIN_LENGTH', 'SALT_ROUNDS',
      'AWS_ACCESS_KEY_ID', 'SSL_KEY_FILE', 'KEY_PATH', 'CSRF_HEADER', 'MONKEY', 'KEYBOARD', 'AUTHOR', 'TOKENIZER', 'PASSPORT_STRATEGY', 'DATABASE_URL',
    ],
  };
  for (const [kind, list] of Object.entries(names)) {
    for (const name of list) it(`${name} is ${kind}`, () => assert.equal(variableKind(name), kind));
  }
});
