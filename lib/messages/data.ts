import type { Decision } from '../design/architecture.js';
import type { DataFolder } from '../discovery/findings.js';

type Kept = Pick<DataFolder, 'holds' | 'engine'>;

const database = ({ engine = 'SQLite' }: Kept): string => `${engine} database`;
const what = (kept: Kept): string => (kept.holds === 'database' ? `its ${database(kept)}` : 'files that it is given');

/** What is said of folders that an app writes to. */
export const dataMessages = {
  use: (kept: Kept): string => (kept.holds === 'database' ? database(kept) : 'files that the app is given'),
  title: (app: string, kept: Kept): string => (kept.holds === 'database' ? `${database(kept)} of ${app}` : `Files of ${app}`),
  decision: (app: string, folders: readonly (Kept & { readonly target: string; readonly volume: string })[]): Decision => ({
    id: `data-${app}`,
    title: `What ${app} writes outlives its containers`,
    reason: `${folders.map(({ target, volume, ...kept }) => `${target} (${what(kept)}) is the named volume ${volume}`).join(', ')}: production's root file system is read-only, and each release is a new container. The volume lies on one host: more than one machine needs a database server or object storage.`,
  }),
};
