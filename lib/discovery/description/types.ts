import type { Confidence, Evidence } from '../evidence.js';

/** Words of the description: a line of it, and offsets in UTF-16 units of the whole text, the end exclusive. */
export interface Words extends Evidence {
  readonly start: number;
  readonly end: number;
}

/** An answer with the words that it comes from; none where it is a default. */
export interface Understood<T> {
  readonly value: T;
  readonly confidence: Confidence;
  readonly evidence: readonly Words[];
}

export interface DescribedWorker {
  readonly name: string;
  readonly library?: string | undefined;
  readonly evidence: readonly Words[];
}

export interface DescribedApp {
  readonly name: string;
  readonly role: 'web' | 'static' | 'worker';
  /** Absent where the text names no language. */
  readonly stack?: string | undefined;
  readonly language?: string | undefined;
  readonly framework?: string | undefined;
  /** Of the runtime. */
  readonly version?: string | undefined;
  readonly frameworkVersion?: string | undefined;
  readonly workers: readonly DescribedWorker[];
  readonly confidence: Confidence;
  readonly evidence: readonly Words[];
}

export interface DescribedService extends Understood<string> {
  readonly version?: string | undefined;
  /** The whole tag where one is named: `16-alpine`. */
  readonly tag?: string | undefined;
  /** Run by somebody else in production. */
  readonly managed?: true | undefined;
}

export interface DescribedConstraints {
  /** MiB of the host. */
  readonly memory?: Understood<number>;
  readonly cpus?: Understood<number>;
  /** Milliseconds. */
  readonly latency?: Understood<number>;
  readonly requestsPerSecond?: Understood<number>;
  readonly security?: Understood<'strict' | 'regulated'>;
  readonly regulations?: readonly Understood<string>[];
  readonly team?: Understood<'beginner' | 'expert'>;
}

/** What a description says. Plain data. */
export interface Description {
  readonly project?: Understood<string> | undefined;
  readonly pattern: Understood<string>;
  readonly apps: readonly DescribedApp[];
  readonly services: readonly DescribedService[];
  /** What the text says is not wanted: ids of technologies, frameworks, proxies and patterns, and needs such as `queue`. */
  readonly excluded: readonly Understood<string>[];
  readonly proxy?: Understood<string> | undefined;
  readonly environments: readonly Understood<string>[];
  readonly constraints: DescribedConstraints;
  /** Words that carry meaning and that no answer comes from, in the order of the text. */
  readonly notUnderstood: readonly Words[];
}

/** What the parser has to know of stacks. */
export interface KnownStack {
  readonly id: string;
  readonly defaultLanguage: string;
  readonly frameworks: readonly { readonly id: string; readonly refines: readonly string[] }[];
}
