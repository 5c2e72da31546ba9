/** Longer patterns are no names of folders, and nobody lists more alternatives of one. */
const maximumPattern = 300;
const maximumAlternatives = 100;

/** `apps/{web,api}` as the patterns that it stands for; braces that are not closed stand for themselves. */
function expanded(pattern: string): readonly string[] {
  let found: readonly string[] = [pattern];
  for (;;) {
    const next = found.flatMap((each) => {
      const braces = /^([^{]*)\{([^{}]*)\}(.*)$/u.exec(each);
      return braces === null ? [each] : braces[2]!.split(',').map((choice) => `${braces[1]!}${choice}${braces[3]!}`);
    });
    if (next.length === found.length || next.length > maximumAlternatives) return found;
    found = next;
  }
}

/** Whether one step of a path is what a pattern with stars says. Each piece is looked for once, from left to right. */
function stepMatches(pieces: readonly string[], step: string): boolean {
  const first = pieces[0]!;
  if (pieces.length === 1) return step === first;
  const last = pieces.at(-1)!;
  if (!step.startsWith(first) || !step.endsWith(last) || step.length < first.length + last.length) return false;
  let at = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = step.indexOf(piece, at);
    if (found === -1) return false;
    at = found + piece.length;
  }
  return at + last.length <= step.length;
}

/** A pattern step by step; null stands for `**`. */
type Steps = readonly (readonly string[] | null)[];

function stepsOf(pattern: string): Steps {
  return pattern.split('/').filter((step) => step !== '' && step !== '.').map((step) => (step === '**' ? null : step.split(/\*+/u)));
}

/** `**` is any number of steps, none included: package managers read `packages/**` as `packages` too. */
function pathMatches(steps: Steps, path: readonly string[]): boolean {
  let reached = new Set([0]);
  const passed = (places: Set<number>): Set<number> => {
    // a set may grow while it is walked
    for (const place of places) if (steps[place] === null) places.add(place + 1);
    return places;
  };
  for (const part of path) {
    const next = new Set<number>();
    for (const place of passed(reached)) {
      const step = steps[place];
      if (step === null) next.add(place);
      else if (step !== undefined && stepMatches(step, part)) next.add(place + 1);
    }
    reached = next;
  }
  return passed(reached).has(steps.length);
}

function matcherOf(patterns: readonly string[]): (folder: string) => boolean {
  const all = patterns.filter(({ length }) => length <= maximumPattern).flatMap(expanded);
  const plain = new Set(all.filter((each) => !each.includes('*')).map((each) => each.replace(/^\.?\/+|\/+$/gu, '')));
  const globs = all.filter((each) => each.includes('*')).map(stepsOf);
  return (folder) => plain.has(folder) || globs.some((steps) => pathMatches(steps, folder.split('/')));
}

/**
 * Whether a list of workspace patterns means a folder, which is relative to where they stand: `*`, `**`, `{a,b}`, and `!` for what is
 * left out again.
 */
export function folderMatcher(patterns: readonly string[]): (folder: string) => boolean {
  const wanted = matcherOf(patterns.filter((each) => !each.startsWith('!')));
  const unwanted = matcherOf(patterns.filter((each) => each.startsWith('!')).map((each) => each.slice(1)));
  return (folder) => wanted(folder) && !unwanted(folder);
}
