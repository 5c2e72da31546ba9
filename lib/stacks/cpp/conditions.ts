import type { Command } from './cmake.js';

/** Systems that no container of ours is (cmake.org, cmake-variables(7)). */
const elsewhere = new Set(['WIN32', 'MSVC', 'MINGW', 'CYGWIN', 'APPLE', 'IOS', 'ANDROID', 'EMSCRIPTEN', 'BSD', 'XCODE']);
/** Options of what is no part of the running program. */
const material = /(?:^|[_-])(?:UNIT_?)?(?:TEST(?:S|ING)?|EXAMPLES?|SAMPLES?|DEMOS?|BENCH(?:MARKS?)?|FUZZ(?:ERS?|ING)?)(?:[_-]|$)/iu;

interface Block {
  readonly isSkipped: boolean;
  readonly isMaterial: boolean;
  /** Whether a branch of it is known to be the one that is taken. */
  readonly isDecided: boolean;
}

/** Whether a condition is known without running anything; undefined where it is open. */
function known(args: readonly string[]): boolean | undefined {
  const [first = '', second = ''] = args;
  if (args.length === 1) return elsewhere.has(first) ? false : first === 'UNIX' || first === 'LINUX' ? true : undefined;
  if (args.length === 2 && first === 'NOT') return elsewhere.has(second) ? true : undefined;
  return undefined;
}

/** Where a list file stands between `if` and `endif`. Nothing is evaluated but the names of other systems. */
export class Conditions {
  private readonly blocks: Block[] = [];

  /** What stands here is built only with tests, examples or measurements. */
  get isMaterial(): boolean {
    return this.blocks.some((block) => block.isMaterial);
  }

  /** Takes the next call; false for one that does not count. */
  enter({ name, args }: Command): boolean {
    if (name === 'if') this.blocks.push(this.branch(args, false));
    else if (name === 'elseif' || name === 'else') {
      const before = this.blocks.pop();
      this.blocks.push(name === 'else' ? { isSkipped: before?.isDecided === true, isMaterial: false, isDecided: true } : this.branch(args, before?.isDecided === true));
    } else if (name === 'endif') this.blocks.pop();
    else return !this.blocks.some((block) => block.isSkipped);
    return false;
  }

  private branch(args: readonly string[], isDecided: boolean): Block {
    const value = known(args);
    return { isSkipped: isDecided || value === false, isMaterial: args.some((each, index) => material.test(each) && args[index - 1] !== 'NOT'), isDecided: isDecided || value === true };
  }
}
