import type { VariableFindings } from '../../discovery/findings.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { GoApp } from './app.js';

const upper = '[A-Z][A-Z0-9_]+';
const tick = '`';

/** Ways to read one variable; the first group is its name. */
const reads: readonly RegExp[] = [
  /\b(?:os|syscall)\.(?:Getenv|LookupEnv)\(\s*"(\w+)"/gu,
  // getEnv("X", "y"), env.String("X"), mustGetenv("X"), EnvOr("X", "y")
  new RegExp(String.raw`\b\w{0,40}[eE]nv\w{0,40}(?:\.\w{1,30})?\(\s*"(${upper})"`, 'gu'),
  // struct tags: env:"X,required", envconfig:"X"
  new RegExp(String.raw`${tick}[^${tick}\n]{0,200}\b(?:env|envconfig)\s*:\s*"(${upper})[",]`, 'gu'),
  // viper.BindEnv("key", "X"), urfave/cli: EnvVars: []string{"X"}
  new RegExp(String.raw`\bBindEnv\(\s*"[\w.-]+"\s*,\s*"(${upper})"`, 'gu'),
  new RegExp(String.raw`\bEnvVars?:\s*(?:\[\]string\{|cli\.EnvVars\()\s*"(${upper})"`, 'gu'),
];
/** Set by the toolchain. */
const ofToolchain = /^(?:GO\w*|CGO_\w*)$/u;

export function variablesOf({ program, env }: GoApp): readonly VariableFindings[] {
  return variablesFrom(env, readsIn(program.sources, reads), (name) => ofToolchain.test(name));
}
