import type { VariableFindings } from '../../discovery/findings.js';
import { citeFirst, stringAt, tableAt } from '../../discovery/toml.js';
import type { Framework } from './frameworks/framework.js';
import type { Crate } from './manifests.js';

/** Settings of a build tool that the running server asks for too, with what the tool takes where the manifest says nothing. */
const settings = [['output-name', ''], ['site-root', 'target/site'], ['site-pkg-dir', 'pkg']] as const;

/** What a framework's own build tool leaves for the server, and the variables that say where: they stand in `Cargo.toml`, which the image has not. */
export function toolFindings({ manifest, name }: Crate, framework: Framework | undefined): { readonly files: readonly string[]; readonly variables: readonly VariableFindings[] } {
  const key = framework?.tool?.metadata;
  if (key === undefined) return { files: [], variables: [] };
  const table = tableAt(manifest.data, 'package', 'metadata', key);
  const all = settings.map(([setting, usual]) => [setting, stringAt(table, setting) ?? (usual === '' ? name : usual)] as const);
  return {
    files: all.flatMap(([setting, value]) => (setting === 'site-root' ? [value] : [])),
    variables: all.map(([setting, example]) => ({ name: `${key}-${setting}`.toUpperCase().replaceAll('-', '_'), example, evidence: [citeFirst(manifest, new RegExp(String.raw`^[ \t]*${setting}[ \t]*=|^\[package\.metadata\.`, 'mu'))] })),
  };
}
