import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import type { DjangoProject } from './django.js';
import type { Entry } from './entry.js';
import type { PythonProject } from './project.js';

const route = /^\/(?:api\/)?(?:-\/)?(?:health(?:z|check|_check|-check)?|_health|livez?|liveness|readyz?|ping|up|heartbeat|__heartbeat__|__lbheartbeat__)\/?(?:live|ready)?\/?$/u;

/** Routes on the application object itself, where no prefix can stand before them. */
export function entryHealth(entry: Entry, factoryNames: readonly string[] = ['app', 'application']): readonly Fact<string>[] {
  const names = [...new Set([entry.variable, ...factoryNames])].join('|');
  const pattern = new RegExp(String.raw`@(?:${names})\.(?:get|route|api_route)\(\s*["']([^"'\n]+)["'](?![^)\n]*methods=\[["']POST)|\b(?:Route|add_get)\(\s*["'](/[^"'\n]+)["']`, 'gu');
  return matches([entry.source], pattern).flatMap(({ groups, evidence }): Fact<string>[] => {
    const path = groups[1] ?? groups[2] ?? '';
    return route.test(path) ? [{ value: path, confidence: 'likely', evidence: [evidence] }] : [];
  });
}

/**
 * Routes of a Django project's own urls.py. The probe says `Host: localhost`, which Django refuses unless its settings allow it, so a
 * route counts only where they do: without one any answer will do, and the refusal is one.
 */
export function djangoHealth(project: PythonProject, { settings }: DjangoProject): readonly Fact<string>[] {
  const hosts = matches(settings, /^ALLOWED_HOSTS\b[^\n]*=([^\n]*)/gmu);
  if (!hosts.some(({ groups }) => /["'](?:\*|[^"']*\blocalhost\b[^"']*)["']/u.test(groups[1] ?? '')) || settings.some(({ code }) => /SECURE_SSL_REDIRECT\s*=\s*(?!False)/u.test(code))) return [];
  const folders = new Set(settings.map(({ file }) => file.slice(0, Math.max(0, file.lastIndexOf('/')))));
  const urls = project.sources.filter(({ file, code }) => [...folders].some((folder) => file === `${folder}/urls.py`) && code.includes('urlpatterns'));
  return matches(urls, /\bpath\(\s*["']([^"'\n]+)["']/gu).flatMap(({ groups, evidence }): Fact<string>[] =>
    route.test(`/${groups[1]}`) ? [{ value: `/${groups[1]}`, confidence: 'likely', evidence: [evidence] }] : []);
}
