import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes two files, a Dockerfile and a .dockerignore, for the same kind of project. */
export const rival = { name: '@flydotio/dockerfile', version: '0.7.10' };
/** Installs it beside the bench, where it is not yet; returns its program. */
export function installRival(root) {
  const cache = join(root, 'bench', '.cache');
  const manifest = join(cache, 'node_modules', rival.name, 'package.json');
  if (!existsSync(manifest) || JSON.parse(readFileSync(manifest, 'utf8')).version !== rival.version) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
    console.error(`installing ${rival.name} ${rival.version} into bench/.cache`);
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${rival.name}@${rival.version}`], { cwd: cache, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  return join(cache, 'node_modules', rival.name, 'index.js');
}
