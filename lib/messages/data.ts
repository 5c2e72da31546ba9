import type { Decision } from '../design/architecture.js';
import type { DataFolder } from '../discovery/findings.js';

type Holds = DataFolder['holds'];

const what: Readonly<Record<Holds, string>> = { database: 'its SQLite database', files: 'files that it is given' };

/** What is said of folders that an app writes to. */
export const dataMessages = {
  use: (holds: Holds): string => (holds === 'database' ? 'SQLite database' : 'files that the app is given'),
  title: (app: string, holds: Holds): string => (holds === 'database' ? `SQLite database of ${app}` : `Files of ${app}`),
  decision: (app: string, folders: readonly { readonly target: string; readonly volume: string; readonly holds: Holds }[]): Decision => ({
    id: `data-${app}`,
    title: `What ${app} writes outlives its containers`,
    reason: `${folders.map(({ target, volume, holds }) => `${target} (${what[holds]}) is the named volume ${volume}`).join(', ')}: production's root file system is read-only, and each release is a new container. The volume lies on one host: more than one machine needs a database server or object storage.`,
  }),
};
