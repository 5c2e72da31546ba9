import type { AppBrief } from '../brief/brief.js';
import { cpp } from './cpp/cpp.js';
import { crystal } from './crystal/crystal.js';
import { deno } from './deno/deno.js';
import { dotnet } from './dotnet/dotnet.js';
import { elixir } from './elixir/elixir.js';
import { go } from './go/go.js';
import { jvm } from './jvm/jvm.js';
import { node } from './node/node.js';
import { php } from './php/php.js';
import { python } from './python/python.js';
import { ruby } from './ruby/ruby.js';
import { rust } from './rust/rust.js';
import { staticSite } from './static/static.js';
import type { Stack } from './stack.js';

/** Every stack, in the order in which discovery asks them: of two equal claims to a folder the first counts. */
export const stacks: readonly Stack[] = [python, php, ruby, go, jvm, dotnet, rust, elixir, crystal, cpp, deno, node, staticSite];

export function findStack(id: string): Stack | undefined {
  return stacks.find((stack) => stack.id === id);
}

/** For ids that validation has already accepted. */
export function stackById(id: string): Stack {
  const stack = findStack(id);
  if (stack === undefined) throw new Error(`unknown stack: ${id}`);
  return stack;
}

/** The lines of a stage that builds the browser code beside an app of another stack; null where there is none. */
export function assetsStage(app: AppBrief): string | null {
  if (app.assets === undefined) return null;
  return stacks.find((stack) => stack.assets !== undefined)?.assets?.stage(app) ?? null;
}
