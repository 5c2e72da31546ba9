/** What of a project decides about its topology. Counts are of the brief, whatever pattern it names. */
export interface Shape {
  /** Apps that answer requests with a program of their own: files for browsers are none. */
  readonly servers: number;
  /** Processes that work in the background: workers, and apps that are nothing else. */
  readonly workers: number;
  /** Apps that are connected by one broker. */
  readonly connected: number;
  /** Whether there is anything that work or news may wait in: a broker, or a store in memory. */
  readonly queues: boolean;
  /** Whether something schedules pipelines or opens notebooks. */
  readonly pipelines: boolean;
}

/** A topology: when it fits, what it costs, what else would do. */
export interface Pattern {
  readonly id: string;
  readonly title: string;
  readonly use: string;
  readonly complexity: 'low' | 'medium' | 'medium-high' | 'high';
  readonly alternatives: readonly string[];
  /** Whether a project of this shape is built so. Of several that fit, the last of the registry is the one that it is. */
  readonly fits: (shape: Shape) => boolean;
  /** Why a project of this shape cannot be it, with the way out; absent or undefined where it can. */
  readonly contradiction?: (shape: Shape) => string | undefined;
  /** Each database has a network of its own with those that use it, instead of one network for all data. */
  readonly isolatesDatabases?: true;
  /** Messages that nobody could take in are put aside by the broker, after a number of attempts. */
  readonly keepsDeadLetters?: true;
}
