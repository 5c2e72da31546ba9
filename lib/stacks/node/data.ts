import { cite } from '../../discovery/cite.js';
import { dataFindings } from '../../discovery/data.js';
import type { DatabaseFile, KeptData } from '../../discovery/data.js';
import type { VariableFindings } from '../../discovery/findings.js';
import { textsAt } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { DetectableTechnology } from '../stack.js';
import type { NodePackage } from './app.js';
import { findFramework, frameworkFacts } from './framework.js';
import { schemaOf } from './prisma.js';

/** The variable from which a schema of Prisma takes the address of its file. */
function prismaFile(app: NodePackage): readonly DatabaseFile[] {
  const schema = schemaOf(app);
  const file = schema === undefined || schema.endsWith('/') ? undefined : joinPath(app.path, schema);
  const text = file === undefined ? '' : (app.repository.read(file) ?? '');
  const match = /^[ \t]*datasource\s+\w+\s*\{[^}]{0,2000}?\bprovider\s*=\s*"sqlite"[^}]{0,2000}?\burl\s*=\s*env\(\s*"(\w+)"/mu.exec(text);
  return file === undefined || match === null ? [] : [{ prefix: 'file:', file: 'app.db', variable: match[1]!, evidence: cite(file, text, match.index + match[0].indexOf('datasource')) }];
}

/** What the app keeps in files. */
export function keptData(app: NodePackage, variables: readonly VariableFindings[], uses: readonly string[], technologies: readonly DetectableTechnology[]): KeptData {
  const { repository, path, env, sources, manifest } = app;
  const [framework] = frameworkFacts(manifest);
  const folders = (findFramework(framework?.value)?.keeps ?? []).map((folder) => ({ path: folder, evidence: framework!.evidence[0]! }));
  return dataFindings({ repository, path, env, sources, dependencies: textsAt(manifest, 'dependencies'), reads: variables.map(({ name }) => name), uses, technologies, databases: prismaFile(app), folders });
}
