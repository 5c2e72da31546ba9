import type { PublishedPort } from '../design/architecture.js';

/** A port of a service on the developer's machine. `published` 0 lets the engine choose, so that two projects live side by side. */
export const developmentPort = (prefix: string, target: number, published = 0, kind = ''): PublishedPort => ({
  host: '127.0.0.1', variable: `${prefix.toUpperCase()}_${kind}PUBLISHED_PORT`, published, target,
});
