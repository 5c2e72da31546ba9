import { gaps } from '../brief/suggest.js';
import type { Brief } from '../brief/brief.js';
import { printable, UserError } from '../diagnostics.js';
import type { Description } from '../discovery/description/types.js';
import { ranked } from '../discovery/evidence.js';
import type { Fact } from '../discovery/evidence.js';
import type { AppFindings, Findings } from '../discovery/findings.js';
import { descriptionLines } from './proposal.js';

const print = (text: string): void => {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
};

function factLine(subject: string, facts: readonly Fact<unknown>[]): readonly string[] {
  return ranked(facts).map(({ value, confidence, evidence: [first] }) => {
    const shown = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : JSON.stringify(value);
    const place = first === undefined ? '' : `  (${first.file}:${first.line})`;
    return `  ${subject.padEnd(16)}${printable(shown)}  ${confidence}${place}`;
  });
}

function appLines(app: AppFindings): readonly string[] {
  const { language, framework, packageManager, version, port, health, commands, workers } = app;
  return [
    `${printable(app.name)} (${printable(app.path)})`,
    ...factLine('language', language),
    ...factLine('framework', framework),
    ...factLine('package manager', packageManager.map((fact) => ({ ...fact, value: fact.value.name }))),
    ...factLine('version', version),
    ...factLine('port', port),
    ...factLine('health', health),
    ...Object.entries(commands).flatMap(([name, facts]) => factLine(name, facts)),
    ...workers.flatMap((worker) => factLine(worker.name, worker.start)),
  ];
}

/** Prints a brief. Throws a UserError where nothing could be designed from it. */
export async function printBrief(findings: Findings, brief: Brief): Promise<void> {
  const problems = gaps(findings, brief);
  if (problems.length > 0) throw new UserError(problems);
  const { toYaml } = await import('../render/yaml.js');
  print(toYaml(JSON.parse(JSON.stringify(brief)) as object, 'A brief: edit it, then run docker-architect --from this file.'));
}

const asDocument = (report: object): string => JSON.stringify(report, undefined, 2);

/** Prints what a text says, as a document for a program or as lines for a person. */
export function printDescription(json: boolean, description: Description, report: object): void {
  print(json ? asDocument(report) : descriptionLines(description).join('\n'));
}

/** Prints a discovery, as a document for a program or as lines for a person. */
export function printDiscovery(json: boolean, findings: Findings, report: object): void {
  if (json) {
    print(asDocument(report));
    return;
  }
  const services = findings.services.flatMap(({ technology, evidence }) => evidence.map(({ file, line, quote }) => `  ${technology.padEnd(16)}${printable(quote)}  (${file}:${line})`));
  const thirdParties = findings.thirdParties.flatMap(({ name, evidence: [first] }) => (first === undefined ? [] : [`  ${name.padEnd(16)}${printable(first.quote)}  (${first.file}:${first.line})`]));
  const problems = findings.problems.map(({ message }) => `  ${printable(message)}`);
  print([...findings.apps.flatMap(appLines), 'services', ...services, ...(thirdParties.length === 0 ? [] : ['third parties', ...thirdParties]), ...(problems.length === 0 ? [] : ['to look at', ...problems])].join('\n'));
}
