import assert from 'node:assert/strict';
import { UserError } from '../../lib/diagnostics.js';

/** The lines that a person reads when the action refuses its input; fails for any other error, and for none. */
export function refusal(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof UserError, `expected an error for the user, got ${String(error)}`);
    return error.message.split('\n');
  }
  throw new assert.AssertionError({ message: 'expected the input to be refused' });
}
