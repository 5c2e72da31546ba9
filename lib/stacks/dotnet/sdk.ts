import type { Diagnostic } from '../../diagnostics.js';
import { readManifest, textAt } from '../../discovery/manifest.js';
import type { Repository } from '../../discovery/repository.js';

/** Policies under which a newer SDK than the named one may build. Without one it must have the same hundred: `10.0.1xx`. */
const lenient = /^(?:latestFeature|latestMinor|latestMajor|feature|minor|major)$/u;

/** `global.json` that no image satisfies for long: images carry the newest SDK of a line. */
export function sdkProblems(repository: Repository): readonly Diagnostic[] {
  if (!repository.exists('global.json')) return [];
  const { manifest, problems } = readManifest(repository, 'global.json', { relaxed: true });
  const version = manifest === undefined ? undefined : textAt(manifest, 'sdk', 'version');
  const policy = manifest === undefined ? undefined : textAt(manifest, 'sdk', 'rollForward');
  if (version === undefined || lenient.test(policy?.value ?? '')) return problems;
  return [...problems, {
    code: 'sdk-pinned',
    severity: 'warning',
    message: `global.json:${version.evidence.line}: SDK ${version.value} is pinned to its feature band, images carry the newest one of the line`,
    help: 'Add "rollForward": "latestFeature" beside the version',
  }];
}
