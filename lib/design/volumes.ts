import type { Brief } from '../brief/brief.js';
import { stackById } from '../stacks/registry.js';
import { onlyIn } from './backing.js';
import type { Backing } from './backing.js';
import { dataVolumes } from './data.js';
import type { DataContribution } from './services.js';
import type { Volume } from './architecture.js';

/** Environments that keep what it holds: CI throws it away. */
function keptIn(backing: Backing): Pick<Volume, 'only'> {
  const { only } = onlyIn(backing);
  return only === undefined ? {} : { only: only.filter((id) => id !== 'ci') };
}

/** Named volumes: data that must outlive containers, and what development keeps beside the mounted source. */
export function planVolumes(brief: Brief, contributions: readonly DataContribution[]): readonly Volume[] {
  const data = contributions.flatMap(({ backing, volumes }) => volumes.map(({ name, use }) => ({ name, service: backing.service, use, ...keptIn(backing) })));
  const development = brief.apps.flatMap((app) =>
    stackById(app.stack)
      .runtime(app)
      .development.volumes.map(({ name, target }) => ({ name, service: app.name, use: `${target.slice(target.lastIndexOf('/') + 1)} in development`, only: ['development'] as const })),
  );
  // the apps of a workspace share the volumes of their dependencies
  return [...new Map([...data, ...dataVolumes(brief), ...development].toReversed().map((volume) => [volume.name, volume] as const)).values()].toReversed();
}
