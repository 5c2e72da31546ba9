/** Sections of a compose file whose entries services refer to by name. */
const sections = ['services', 'volumes', 'networks', 'secrets', 'configs'] as const;

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Names in a list of texts or of objects with a source, or the keys of a map. */
function names(value: unknown): readonly string[] {
  if (isObject(value)) return Object.keys(value);
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => (typeof item === 'string' ? [item] : isObject(item) && typeof item['source'] === 'string' ? [item['source']] : []));
}

/** What services refer to, as `volumes.data`; `ignored` are services that do not count. */
function references(data: Record<string, unknown>, ignored: ReadonlySet<string>): ReadonlySet<string> {
  const services = isObject(data['services']) ? Object.entries(data['services']) : [];
  return new Set(services.flatMap(([name, service]) => {
    if (ignored.has(`services.${name}`) || !isObject(service)) return [];
    const shared = typeof service['network_mode'] === 'string' && service['network_mode'].startsWith('service:') ? [service['network_mode'].slice('service:'.length)] : [];
    return [
      ...[...names(service['depends_on']), ...shared].map((each) => `services.${each}`),
      ...names(service['volumes']).map((each) => `volumes.${each.split(':')[0]}`),
      ...(['networks', 'secrets', 'configs'] as const).flatMap((section) => names(service[section]).map((each) => `${section}.${each}`)),
    ];
  }));
}

export const isSection = (path: readonly (string | number)[]): boolean => path.length === 1 && sections.some((section) => section === path[0]);

/** Whether something at this path is one that services refer to by name. */
export const isReferable = (path: readonly (string | number)[]): boolean => path.length === 2 && sections.some((section) => section === path[0]);

/** Of entries that are to go, `volumes.data` and the like, those that what stays still needs: Compose refuses a file without them. */
export function stillNeeded(data: unknown, going: readonly string[]): ReadonlySet<string> {
  const needed = new Set<string>();
  if (!isObject(data)) return needed;
  for (let before = -1; before < needed.size;) {
    before = needed.size;
    const referred = references(data, new Set(going.filter((each) => !needed.has(each))));
    for (const each of going) if (referred.has(each)) needed.add(each);
  }
  return needed;
}
