import type { ConnectionPart } from '../catalog/technology.js';
import { isKnown, meant, ownLines, readingSources, serviceOf, url, variableOf } from './addresses.js';
import type { Service } from './addresses.js';
import type { AppFindings, VariableFindings } from './findings.js';
import type { Repository } from './repository.js';
import { matches } from './source.js';
import type { Source } from './source.js';

/** What variables lead to, whatever they are called: by the address that is their default, or by the options that they fill in. */

interface Lead {
  readonly name: string;
  readonly technology: Service;
  readonly part: ConnectionPart;
}

/** Variables whose default is an address of a service. */
function byDefault(app: AppFindings, sources: readonly Source[], services: readonly Service[]): readonly Lead[] {
  return matches(sources, url).flatMap((match): readonly Lead[] => {
    const technology = serviceOf(match.groups[1]!, services);
    const name = variableOf(match, app);
    return technology === undefined || name === undefined ? [] : [{ name, technology, part: 'url' }];
  });
}

/** `host: process.env.X`, `"HOST": os.environ.get("X")`: options whose host is no text. The group is what stands before the word. */
const hostOption = /["']?\b(\w*?)host(?:name)?\b["']?\s*(?::=|=>|[:=])\s*(?!["'`=])/giu;
const option = /["']?\b(\w+)\b["']?\s*(?::=|=>|[:=])(?!=)/gu;
const parts: readonly (readonly [RegExp, ConnectionPart])[] = [
  [/^_?host(?:_?name)?$/iu, 'host'], [/^_?port$/iu, 'port'], [/^_?user(?:_?name)?$/iu, 'user'], [/^_?pass(?:word|wd)?$/iu, 'password'], [/^_?(?:database|db)?(?:_?name)?$/iu, 'database'],
];

/** Variables that fill in the options beside a host, as options of one object: they begin alike. */
function byOptions({ variables }: AppFindings, sources: readonly Source[], services: readonly Service[]): readonly Lead[] {
  const readAt = (file: string, line: number): readonly string[] => variables.filter(({ evidence }) => evidence.some((read) => read.file === file && read.line === line)).map(({ name }) => name);
  return matches(sources, hostOption).flatMap((match) => {
    const { file } = match.source;
    const prefix = match.groups[1]!.toLowerCase().replace(/_$/u, '');
    const technology = readAt(file, match.evidence.line).length === 0 ? undefined : meant(match, services, prefix);
    if (technology === undefined) return [];
    const options = ownLines(match).flatMap(({ line, text }) => [...text.matchAll(option)].flatMap((found, index, all) => {
      const key = found[1]!;
      const value = text.slice(found.index + found[0].length, all[index + 1]?.index);
      const part = key.toLowerCase().startsWith(prefix) ? parts.find(([pattern]) => pattern.test(key.slice(prefix.length)))?.[1] : undefined;
      return part === undefined ? [] : [{ part, name: readAt(file, line).find((each) => new RegExp(String.raw`\b${each}\b`, 'u').test(value)) }];
    }));
    // a host alone may be anybody's
    return options.length < 2 ? [] : options.flatMap(({ part, name }): readonly Lead[] => (name === undefined ? [] : [{ name, technology, part }]));
  });
}

/** The variables of an app with what they lead to where their names do not say it. */
export function connectedVariables(repository: Repository, app: AppFindings, services: readonly Service[]): readonly VariableFindings[] {
  const sources = readingSources(repository, app);
  const gives = ({ technology, part }: Lead): boolean => technology.connection({ service: '', prefix: '', identifier: '' }).parts[part] !== undefined;
  const leads = [...byOptions(app, sources, services), ...byDefault(app, sources, services)].filter((lead) => gives(lead) && !services.some((service) => isKnown(service, lead.name)));
  const found = new Map(leads.toReversed().map((lead) => [lead.name, lead]));
  return app.variables.map((variable) => {
    const lead = found.get(variable.name);
    return variable.connects !== undefined || lead === undefined ? variable : { ...variable, connects: { technology: lead.technology.id, part: lead.part } };
  });
}
