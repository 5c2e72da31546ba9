import type { AppBrief } from '../../brief/brief.js';
import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import type { Argv } from '../../discovery/findings.js';
import { textAt } from '../../discovery/manifest.js';
import { filesMatching, filesUnder } from '../../discovery/file-index.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import { shellWord } from '../../text/quote.js';
import { ownPath, runtimeOrDevelopment } from './app.js';
import type { NodePackage } from './app.js';

/** Where the schema lies when the manifest does not say, relative to the app. */
const usualSchemas = ['prisma/schema.prisma', 'schema.prisma'];
/** Packages that bring the generator along; these of them run it in their own build. */
const generators = ['prisma', '@keystone-6/core'];
const generating = ['@keystone-6/core'];
/** What runs by itself once the source is there; others only where these call them. */
const automatic = ['build', 'prebuild', 'postbuild', 'install', 'postinstall'];

/** The schema that a database client is generated from, relative to the app; a folder ends with a slash. */
export function schemaOf(app: NodePackage): string | undefined {
  const { repository, path, manifest } = app;
  if (!generators.some((name) => runtimeOrDevelopment(manifest, name))) return undefined;
  if (app.schema !== undefined) return ownPath(app, app.schema);
  const declared = normalisePath(textAt(manifest, 'prisma', 'schema')?.value ?? '');
  const found = [...(declared === undefined || declared === '' ? [] : [declared]), ...usualSchemas].find((file) => repository.exists(joinPath(path, file)));
  return found === undefined || found.endsWith('.prisma') ? found : `${found}/`;
}

/** Every file of its schema, relative to the repository: those in its folder where nothing says which. */
export function schemaFiles({ repository, path, schema }: NodePackage): readonly string[] {
  return schema === undefined ? filesMatching(repository, /\.prisma$/u, path) : [schema];
}

const settingsFiles = ['prisma.config.ts', 'prisma.config.js', 'prisma.config.mjs'];

/** Says where the schema is, where Prisma would not look for it (prisma.io, Prisma schema location). */
function schemaOption(app: NodePackage): readonly string[] {
  const { repository, path, manifest, schema } = app;
  const isFound = schema === undefined || usualSchemas.includes(ownPath(app, schema)) || textAt(manifest, 'prisma', 'schema') !== undefined || settingsFiles.some((name) => repository.exists(joinPath(path, name)));
  return isFound ? [] : ['--schema', ownPath(app, schema)];
}

/** Applies the migrations beside the schema; undefined where there are none. */
export function migrationOf(app: NodePackage): { readonly command: Argv; readonly file: string } | undefined {
  const schema = schemaOf(app);
  if (schema === undefined || !runtimeOrDevelopment(app.manifest, 'prisma')) return undefined;
  const file = filesUnder(app.repository, joinPath(app.path, joinPath(folderOf(schema.replace(/\/$/u, '/_')), 'migrations'))).find((each) => each.endsWith('/migration.sql'));
  return file === undefined ? undefined : { command: ['prisma', 'migrate', 'deploy', ...schemaOption(app)], file };
}

/** Whether a script that the image runs anyway generates the client. */
function isGenerated({ manifest }: NodePackage): boolean {
  if (generating.some((name) => runtimeOrDevelopment(manifest, name))) return true;
  const names = new Set(automatic);
  for (const name of names) {
    const script = textAt(manifest, 'scripts', name)?.value ?? '';
    if (/\bprisma generate\b/u.test(script)) return true;
    // a set may grow while it is walked
    for (const match of script.matchAll(/\b(?:npm|pnpm|yarn|bun)(?: run)? ([\w:-]+)/gu)) names.add(match[1]!);
  }
  return false;
}

/** A variable that the settings of Prisma insist on, though generating opens no connection. */
function demanded({ repository, path }: NodePackage): string | undefined {
  const text = settingsFiles.map((file) => repository.read(joinPath(path, file))).find((each) => each !== undefined);
  return /\benv\(\s*['"](\w+)['"]\s*\)/u.exec(text ?? '')?.[1];
}

/** The build with the client before it, where nothing else generates it. */
export function withClient(app: NodePackage, build: readonly Fact<Argv>[]): readonly Fact<Argv>[] {
  const schema = schemaOf(app);
  if (schema === undefined || schema.endsWith('/') || isGenerated(app)) return build;
  const name = demanded(app);
  const generate = [...(name === undefined ? [] : ['env', `${name}=postgresql://localhost/build`]), 'prisma', 'generate', ...schemaOption(app)];
  const file = joinPath(app.path, schema);
  const evidence = cite(file, app.repository.read(file) ?? '', 0);
  if (build.length === 0) return [{ value: generate, confidence: 'likely', evidence: [evidence] }];
  return build.map((fact) => ({ ...fact, value: ['sh', '-c', [generate, fact.value].map((argv) => argv.map(shellWord).join(' ')).join(' && ')] }));
}

/** Whether installing leaves a client that was generated from a schema of the app. */
export const hasClient = ({ installFiles }: Pick<AppBrief, 'installFiles'>): boolean => installFiles.some((file) => /\.prisma$|(?:^|\/)prisma\//u.test(file));

/** The command of development that generates it: an app that shares the root's manifest says where its schema is. */
export function generateCommand({ installFiles }: Pick<AppBrief, 'installFiles'>, isPackage: boolean): Argv {
  const schema = installFiles.find((file) => file.endsWith('.prisma'));
  return ['prisma', 'generate', ...(isPackage || schema === undefined || usualSchemas.includes(schema) ? [] : ['--schema', schema])];
}

/** Brings what the build generated into the packages of production, whose installation has no generator. */
export function clientLines(app: Pick<AppBrief, 'installFiles'>, workdir: string): readonly string[] {
  if (!hasClient(app)) return [];
  return [
    '# the database client that the build generated from the schema',
    `RUN --mount=type=bind,from=build,source=${workdir},target=/opt/build cd /opt/build && find . -type d -path '*/node_modules/.prisma' -prune -exec cp -R --parents {} ${workdir}/ \\;`,
  ];
}
