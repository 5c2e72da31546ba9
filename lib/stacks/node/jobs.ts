import type { Diagnostic } from '../../diagnostics.js';
import { citeFile } from '../../discovery/cite.js';
import { memberAt, textAt } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import type { JobFindings } from '../../discovery/findings.js';
import { commandOf } from '../../text/shell-words.js';
import type { NodePackage } from './app.js';
import { migrationOf } from './prisma.js';
import { scriptFact, scriptNames } from './scripts.js';
import type { ScriptRunner } from './scripts.js';

/** Scripts that bring a database to the state that the code expects; not those that write, undo or list migrations. */
export const migrationScript = /^(?:(?:db|prisma|knex|typeorm|sequelize|drizzle)[:-])?migrat(?:e|ion|ions)(?:[:-](?:run|up|deploy|latest|prod|production|apply|execute))?$/u;

/** Packages whose program is called otherwise. */
const packageOf: Readonly<Record<string, string>> = { sequelize: 'sequelize-cli', 'typeorm-ts-node-commonjs': 'typeorm', 'typeorm-ts-node-esm': 'typeorm' };

interface Jobs {
  readonly jobs: readonly JobFindings[];
  readonly problems: readonly Diagnostic[];
}

/** Scripts that call one another in a circle end here. */
const maximumDepth = 5;
const runner = /^(?:npm|pnpm|yarn|bun)$/u;

/** Programs that a script calls, one after the other; what only changes the folder is none. */
function programsOf(manifest: Manifest, name: string, depth = 0): readonly string[] {
  const steps = depth > maximumDepth ? [] : (textAt(manifest, 'scripts', name)?.value ?? '').split(/&&|\|\||;/u);
  return steps.flatMap((step) => {
    const { words } = commandOf(['env', ...step.trim().split(/\s+/u)]);
    const [program = '', first, second] = words[0] === 'npx' ? words.slice(1) : words;
    const called = runner.test(program) ? (first === 'run' ? second : first) : undefined;
    if (called !== undefined && textAt(manifest, 'scripts', called) !== undefined) return programsOf(manifest, called, depth + 1);
    return program === '' || program === 'cd' ? [] : [program];
  });
}

const needsTools = (said: string, program: string): Diagnostic => ({
  code: 'migration-needs-development-tools',
  severity: 'warning',
  message: `${said} ${program}, which is no runtime dependency, so the production image has it not and no migration job was made`,
  help: `Move ${program} to "dependencies", or run migrations from where it is installed`,
});

/** Migrations beside a schema of Prisma, which no script applies. */
function jobsOfSchema(app: NodePackage): Jobs {
  const found = migrationOf(app);
  if (found === undefined) return { jobs: [], problems: [] };
  if (memberAt(app.manifest, 'dependencies', 'prisma') === undefined) return { jobs: [], problems: [needsTools(`${found.file}: migrations are applied by`, 'prisma')] };
  return { jobs: [{ name: 'migrate', command: [{ value: found.command, confidence: 'likely', evidence: [citeFile(found.file)] }] }], problems: [] };
}

/** The migration of the app, where the production image has all that it runs. */
export function jobsOf(app: NodePackage, manager: ScriptRunner): Jobs {
  const { manifest } = app;
  const name = scriptNames(manifest, migrationScript)[0];
  const fact = name === undefined ? undefined : scriptFact(manifest, name, manager);
  if (name === undefined || fact === undefined) return jobsOfSchema(app);
  const plain = commandOf(fact.value).words[0] ?? '';
  const programs = plain === 'sh' || runner.test(plain) ? programsOf(manifest, name) : [plain];
  const program = programs.find((each) => each !== 'node' && memberAt(manifest, 'dependencies', packageOf[each] ?? each) === undefined);
  if (program === undefined) return { jobs: [{ name: 'migrate', command: [fact] }], problems: [] };
  const line = textAt(manifest, 'scripts', name)!.evidence;
  return { jobs: [], problems: [needsTools(`${line.file}:${line.line}: the script "${name}" runs`, program)] };
}
