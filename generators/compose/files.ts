import type { Architecture } from '../../lib/design/architecture.js';
import { composeFiles } from '../../lib/render/compose.js';
import { environmentExample, gitattributes, gitignore } from '../../lib/render/line-files.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { secretsScript } from '../../lib/render/secrets-script.js';

/** The compose files and what they need beside them. */
export function files(architecture: Architecture): readonly OutputFile[] {
  const production = architecture.environments.includes('production');
  return [
    ...composeFiles(architecture),
    ...(production ? [secretsScript(architecture)] : []),
    ...architecture.configuration.map((file): OutputFile => ({ ...file, ownership: 'whole' })),
    environmentExample(architecture),
    gitignore(architecture),
    gitattributes(),
  ];
}
