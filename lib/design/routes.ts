import type { AppBrief } from '../brief/brief.js';

/** Where the proxy sends a request. */
export interface AppRoute {
  /** `/`, or a path that ends with a slash. */
  readonly prefix: string;
  readonly service: string;
  readonly port: number;
  /** The app sees paths without the prefix. */
  readonly strip: boolean;
}

/** Frameworks whose server answers people with pages, whatever else it does. */
const ofPages: ReadonlySet<string> = new Set([
  'nextjs', 'nuxt', 'sveltekit', 'remix', 'react-router', 'astro', 'gatsby', 'solidstart', 'analog', 'qwik', 'tanstack-start', 'angular', 'react', 'vue', 'svelte', 'solid', 'preact',
]);
const api = '/api';

/** The app that people open in a browser: files for browsers, then a framework of pages, then whichever comes first. */
function frontOf(apps: readonly AppBrief[]): { readonly front: AppBrief | undefined; readonly known: boolean } {
  const known = apps.find(({ role }) => role === 'static') ?? apps.find(({ framework }) => framework !== undefined && ofPages.has(framework));
  return { front: known ?? apps[0], known: known !== undefined };
}

/** Whether all that the app answers lies below `/api`, as its own routes say. */
const isBelowApi = ({ prefix, health }: AppBrief): boolean => prefix === api || (prefix === undefined && health?.startsWith(`${api}/`) === true);

/**
 * One app answers `/`: the front end where one is known. Beside a front end a single other app is its API at `/api/`, with the prefix
 * kept where its own routes have it; of several, each has a prefix of its own name, which it does not see.
 */
export function appRoutes(apps: readonly AppBrief[]): readonly AppRoute[] {
  const served = apps.filter(({ role }) => role !== 'worker');
  const { front, known } = frontOf(served);
  const others = served.filter((app) => app !== front);
  const below = known ? others.find(isBelowApi) : undefined;
  return [...(front === undefined ? [] : [front]), ...others].map((app) => {
    const { name: service, port } = app;
    if (app === front) return { prefix: '/', service, port, strip: false };
    const isApi = app === below || (known && others.length === 1);
    return { prefix: isApi ? `${api}/` : `/${service}/`, service, port, strip: !(isApi && isBelowApi(app)) };
  });
}
