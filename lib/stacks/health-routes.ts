/** Last segments of routes that answer probes: those that say "alive" first, those that may look at other services later. */
const names = [
  'livez', 'live', 'liveness', 'alive', 'healthz', '_healthz', 'health', '_health', 'healthcheck', 'health-check', 'health_check', 'heartbeat', 'ping', '_ping', 'up',
  'readyz', 'ready', 'readiness', 'status',
];

export function healthPreference(path: string): number {
  return names.indexOf(path.slice(path.lastIndexOf('/') + 1).toLowerCase());
}

/** A path that a probe can ask for: no parameters, no pattern, nothing that a shell or a program would have to escape. */
export function isProbe(path: string): boolean {
  return /^(?:\/[\w.-]+)+$/u.test(path) && healthPreference(path) !== -1;
}
