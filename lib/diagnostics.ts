/** One thing the user should know. `help` says what to do; `code` is stable and may be relied on. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly help?: string;
}

/** Exit statuses that both doors share. */
export const exitStatus = { done: 0, needsYou: 1, unusable: 2, cancelled: 130 } as const;

/**
 * Input that cannot be used: printed as plain lines, never with a stack trace.
 * `code` is the numeric exit status, because `yo` passes `error.code` to `process.exit` unchecked.
 */
export class UserError extends Error {
  readonly code: number;
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: Diagnostic | readonly Diagnostic[], code: number = exitStatus.unusable) {
    const list = Array.isArray(diagnostics) ? (diagnostics as readonly Diagnostic[]) : [diagnostics as Diagnostic];
    super(list.map(formatDiagnostic).join('\n'));
    this.name = 'UserError';
    this.code = code;
    this.diagnostics = list;
  }
}

/** The one line a person reads: what happened, then what to do. */
export function formatDiagnostic({ message, help }: Diagnostic): string {
  return printable(help === undefined ? message : `${message}. ${help}`);
}

/** Text of a repository may hold control characters that would move the cursor or forge a line: they are shown, not obeyed. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/gu, (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, '0')}`);
}
