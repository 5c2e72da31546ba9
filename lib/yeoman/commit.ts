import { createHash } from 'node:crypto';
import { relative, sep } from 'node:path';
import type { MemFsEditorFile } from 'mem-fs-editor';
import { isFilePending, setCommittedFile } from 'mem-fs-editor/state';
import { exitStatus, printable } from '../diagnostics.js';
import { blobFolder, blobPath, manifestPath, parseManifest, serialiseManifest } from '../merge/base-store.js';
import type { Manifest } from '../merge/base-store.js';
import { decideFile } from '../merge/decide.js';
import type { Decision } from '../merge/decide.js';
import { servesHttp } from '../brief/service-names.js';
import { en } from '../messages/en.js';
import { checklistText, planJson, planText } from '../render/plan.js';
import type { ArchitectGenerator } from './base-generator.js';
import { resolveConflicts } from './conflicts.js';
import type { Side } from './conflicts.js';
import { ProjectFiles } from './project-folder.js';
import type { Session } from './session.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : 1);

interface Write {
  readonly path: string;
  readonly content: string;
  readonly executable: boolean;
}

/** Files that the host still has to write and that are not of the blueprint: `.yo-rc.json`. */
function hostFiles(generator: ArchitectGenerator, files: ProjectFiles, session: Session): readonly Write[] {
  const writes: Write[] = [];
  for (const file of pendingFiles(generator)) {
    const path = relative(generator.destinationRoot(), file.path).split(sep).join('/');
    const content = file.contents?.toString() ?? '';
    if (!session.files.has(path) && files.read(path) !== content) writes.push({ path, content, executable: false });
  }
  return writes;
}

function pendingFiles(generator: ArchitectGenerator): readonly MemFsEditorFile[] {
  const files: MemFsEditorFile[] = [];
  (generator.env as unknown as { sharedFs: { each: (visit: (file: MemFsEditorFile) => void) => void } }).sharedFs.each((file) => {
    if (isFilePending(file)) files.push(file);
  });
  return files;
}

/** The text to write, or undefined where the file stays as it is. */
function resultOf({ action, content, kept, taken, proposal }: Decision, side: Side | undefined): string | undefined {
  if (action === 'create' || action === 'update' || action === 'merge') return content;
  if (action !== 'conflict') return undefined;
  if (side === 'yours') return kept;
  return side === 'new' ? (taken ?? proposal) : content;
}

/** Remembers what was written, so that the next run can tell the user's edits from ours. */
function baseWrites(files: ProjectFiles, before: Manifest, decisions: readonly Decision[], sides: ReadonlyMap<string, Side>): readonly Write[] {
  const manifest = new Map(before);
  const blobs: Write[] = [];
  for (const { path, action, proposal } of decisions) {
    // a proposal that was refused is no base: the next run must offer it again
    if (action === 'deleted' || action === 'unreadable' || sides.get(path) === 'yours') continue;
    const hash = sha256(proposal);
    manifest.set(path, hash);
    if (files.read(blobPath(hash)) !== proposal) blobs.push({ path: blobPath(hash), content: proposal, executable: false });
  }
  const text = serialiseManifest(manifest);
  return files.read(manifestPath) === text ? blobs : [...blobs, { path: manifestPath, content: text, executable: false }];
}

/** Removes blobs that no file has as its base any more. */
function forgetOldBases(files: ProjectFiles): void {
  const used = new Set(parseManifest(files.read(manifestPath)).values());
  for (const name of files.list(blobFolder)) if (/^[0-9a-f]{64}$/u.test(name) && !used.has(name)) files.remove(blobPath(name));
}

/** The base of a file: a blob that is not what its name says was damaged, and counts as missing. */
function baseOf(files: ProjectFiles, hash: string | undefined): string | undefined {
  const text = hash === undefined ? undefined : files.read(blobPath(hash));
  return text !== undefined && sha256(text) === hash ? text : undefined;
}

function report(generator: ArchitectGenerator, session: Session, decisions: readonly Decision[]): void {
  const { json, dryRun } = generator.flags;
  if (json) process.stdout.write(`${planJson(session.architecture, decisions)}\n`);
  else if (dryRun) process.stdout.write(`${planText(session.architecture, decisions)}\n`);
}

/** Decides everything, then writes everything, then stores the bases of what was written. Nothing is written before every question is answered. */
export async function commit(generator: ArchitectGenerator, session: Session): Promise<void> {
  const { flags } = generator;
  const files = new ProjectFiles(generator.destinationRoot());
  const manifest = parseManifest(files.read(manifestPath));
  const current = new Map([...session.files.keys()].map((path) => [path, files.read(path)]));
  const decisions = [...session.files.values()].map((file) => decideFile(file, current.get(file.path), baseOf(files, manifest.get(file.path)))).toSorted(byPath);
  const changes = decisions.filter(({ action }) => action !== 'same' && action !== 'deleted');

  if (flags.dryRun || flags.check) {
    report(generator, session, decisions);
    if (flags.check) {
      generator.log(changes.length === 0 ? en.upToDate : en.wouldChange(changes.length));
      if (changes.length > 0) process.exitCode = exitStatus.needsYou;
    } else generator.log(en.plan.nothingWritten);
    return;
  }

  // a part that runs alone writes too little for a review of the whole
  if (changes.length > 0 && session.files.has('docker-compose.yml')) for (const line of [...checklistText(session.architecture), '']) generator.log(printable(line));
  const sides = await resolveConflicts(decisions, (path) => current.get(path) ?? '', {
    policy: flags.conflict,
    interactive: generator.interactive && !flags.yes,
    choose: (message, choices) => generator.choose(message, choices),
    say: (text) => generator.log(text),
  });
  const writes = decisions.flatMap((decision): Write[] => {
    const content = resultOf(decision, sides.get(decision.path));
    return content === undefined || content === current.get(decision.path) ? [] : [{ path: decision.path, content, executable: decision.executable }];
  });
  // answers first, bases last: whenever the run is killed, the next one makes the same files of the same answers
  const all = [...hostFiles(generator, files, session), ...writes, ...baseWrites(files, manifest, decisions, sides)];
  for (const { path } of all) files.assertWritable(path);
  for (const { path, content, executable } of all) files.write(path, content, executable);
  forgetOldBases(files);
  files.sweep([...session.files.keys(), '.yo-rc.json', manifestPath, blobPath('any')]);
  for (const file of pendingFiles(generator)) setCommittedFile(file);

  report(generator, session, decisions);
  const leftOver = [...manifest.keys()].filter((path) => !session.files.has(path) && files.read(path) !== undefined);
  closing(generator, session, writes, decisions, sides, leftOver);
}

function closing(generator: ArchitectGenerator, session: Session, writes: readonly Write[], decisions: readonly Decision[], sides: ReadonlyMap<string, Side>, leftOver: readonly string[]): void {
  for (const { path } of writes) generator.log(`  ${path}`);
  const pending = decisions.some(({ path, action }) => action === 'unreadable' || sides.get(path) === 'yours');
  if (writes.length > 0) generator.log(en.written(writes.length));
  else if (!pending) generator.log(en.upToDate);
  for (const { path, action, details } of decisions) {
    const side = sides.get(path);
    if (action === 'unreadable') generator.log(en.conflict.unreadable(path, details.join(', ')));
    else if (side === 'yours') generator.log(en.conflict.kept(path, details.length === 0 ? '' : ` (${details.join(', ')})`));
    else if (side === 'markers') generator.log(en.conflict.marked(path));
    else {
      if (side === undefined && details.length > 0) generator.log(en.conflict.raised(path, details.join(', ')));
      continue;
    }
    process.exitCode = exitStatus.needsYou;
  }
  const complete = session.files.has('docker-compose.yml');
  // a part that runs alone knows nothing of the others' files
  if (complete) for (const path of leftOver) generator.log(en.leftOver(path));
  if (writes.length > 0 && complete) for (const line of ['', ...en.next(servesHttp(session.architecture) ? session.architecture.proxy.port : undefined)]) generator.log(line);
}
