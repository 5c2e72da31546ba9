import type { Brief } from '../brief/brief.js';
import { stackById } from '../stacks/registry.js';
import type { DataContribution } from './services.js';
import type { Volume } from './architecture.js';

/** Named volumes: data that must outlive containers, and what development keeps beside the mounted source. */
export function planVolumes(brief: Brief, contributions: readonly DataContribution[]): readonly Volume[] {
  const data = contributions.map(({ technology, volume: { name, use } }) => ({ name, service: technology.serviceName, use }));
  const development = brief.apps.flatMap((app) =>
    stackById(app.stack)
      .runtime(app)
      .development.volumes.map(({ name, target }) => ({ name, service: app.name, use: `${target.slice(target.lastIndexOf('/') + 1)} in development`, only: ['development'] as const })),
  );
  // the apps of a workspace share the volumes of their dependencies
  return [...new Map([...data, ...development].toReversed().map((volume) => [volume.name, volume] as const)).values()].toReversed();
}
