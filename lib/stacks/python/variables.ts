import { cite } from '../../discovery/cite.js';
import type { VariableFindings } from '../../discovery/findings.js';
import { matches } from '../../discovery/source.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { VariableRead } from '../../discovery/variables.js';
import type { DetectableTechnology } from '../stack.js';
import { isIndexVariable } from './indexes.js';
import type { PythonProject } from './project.js';

const upper = '[A-Z][A-Z0-9_]+';
/** Set by the interpreter, the servers or us. */
const ofRuntime = /^(?:PYTHON\w+|VIRTUAL_ENV|DJANGO_SETTINGS_MODULE|WEB_CONCURRENCY|FORWARDED_ALLOW_IPS|PYTEST_\w+|FLASK_(?:APP|RUN_\w+))$/u;

/** Ways to read one variable; the first group is its name. */
const reads: readonly RegExp[] = [
  /\benviron(?:\.get)?[[(]\s*["']([A-Za-z_][A-Za-z0-9_]*)["']/gu,
  /\bgetenv\(\s*["']([A-Za-z_][A-Za-z0-9_]*)["']/gu,
  // environs and django-environ: env('X'), env.str('X'); decouple and starlette: config('X')
  new RegExp(String.raw`\b(?:env|config|get_env\w*|require_env)(?:\.\w+)?\(\s*["'](${upper})["']`, 'gu'),
  // django-configurations: values.Value('x', environ_name='X')
  new RegExp(String.raw`\benviron_name\s*=\s*["'](${upper})["']`, 'gu'),
];
const settingsClass = /^class[ \t]+\w+\((?:\w+\.)?BaseSettings\b[^\n]*\n((?:(?:[ \t]+[^\n]*)?\n?)*)/gmu;
const field = /^ {4}([A-Za-z]\w*)[ \t]*:[ \t]*[A-Z\w]/gmu;

/** Fields of pydantic's settings are variables of the same name in capitals, unless they have a prefix. */
function pydanticReads({ sources, inside }: PythonProject): readonly VariableRead[] {
  return [...sources, ...inside].filter(({ code }) => code.includes('BaseSettings') && !/env_prefix/u.test(code)).flatMap((source) =>
    source.code.split('\n').length > 3000 ? [] : matches([source], settingsClass).flatMap(({ groups, end }) => {
      const body = groups[1] ?? '';
      const start = end - body.length;
      return [...body.matchAll(field)].filter(([, name]) => name !== 'model_config').map((match) => ({ name: match[1]!.toUpperCase(), evidence: cite(source.file, source.text, start + match.index + 4) }));
    }));
}

/** An address of SQLAlchemy that names its driver too (docs.sqlalchemy.org, Database URLs): another one, or none, would load another library. */
const driver = String.raw`((?:postgres(?:ql)?|mysql|mariadb)\+\w+):\/\/`;

/** The scheme of the example, or of the value that the source takes where the variable is not set. */
function schemeOf({ sources, inside }: PythonProject, { name, example }: VariableFindings): string | undefined {
  const own = new RegExp(`^${driver}`, 'u').exec(example ?? '')?.[1];
  // names of variables hold letters, digits and underscores
  return own ?? matches([...sources, ...inside], new RegExp(String.raw`\b${name}\b["']?[^\n"']{0,60}["']${driver}`, 'giu'))[0]?.groups[1];
}

/** What a variable connects to whose address names the driver. */
function connected(project: PythonProject, variable: VariableFindings, technologies: readonly DetectableTechnology[]): VariableFindings {
  const scheme = /^\w+$/u.test(variable.name) ? schemeOf(project, variable) : undefined;
  const technology = technologies.find(({ detection }) => scheme !== undefined && detection.schemes.includes(scheme.split('+')[0]!))?.id;
  return technology === undefined || scheme === undefined ? variable : { ...variable, connects: { technology, part: 'url', scheme } };
}

/** Engines of Django for servers, by the last part of their names (docs.djangoproject.com, DATABASES): each is called as what its server speaks. */
const engineName = /^(?:postgre|my)sql$/u;

/** The engine that a variable names whose default is a file, where the project uses a server: without a value it would never be asked. */
function withEngine(project: PythonProject, variable: VariableFindings, technologies: readonly DetectableTechnology[], uses: readonly string[]): VariableFindings {
  if (variable.example !== undefined || !/^\w+$/u.test(variable.name)) return variable;
  const decides = matches(project.sources, new RegExp(String.raw`["']ENGINE["']\s*:\s*[^\n]*["']${variable.name}["'][^\n]*sqlite3`, 'gu')).length > 0;
  const engine = technologies.filter(({ id }) => uses.includes(id)).flatMap(({ protocol = '', detection }) => [...protocol.toLowerCase().split(' '), ...detection.schemes]).find((each) => engineName.test(each));
  return decides && engine !== undefined ? { ...variable, example: `django.db.backends.${engine}` } : variable;
}

/** Variables of the project; `shared` are names that its framework needs besides. */
export function variablesOf(project: PythonProject, shared: readonly string[], technologies: readonly DetectableTechnology[], uses: readonly string[]): readonly VariableFindings[] {
  const found = [...readsIn([...project.sources, ...project.inside], reads), ...pydanticReads(project)];
  const isOfInstallation = (name: string): boolean => isIndexVariable(name) || (project.secrets.includes(name) && !found.some((each) => each.name === name));
  const known = variablesFrom(project.env, found, (name) => ofRuntime.test(name) || isOfInstallation(name));
  return [...known.map((each) => withEngine(project, connected(project, each, technologies), technologies, uses)), ...shared.filter((name) => !known.some((each) => each.name === name)).map((name): VariableFindings => ({ name, evidence: [] }))];
}
