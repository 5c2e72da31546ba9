import type { FrameworkEntry } from '../../frameworks.js';

/** A framework of the JVM and what its programs need to be told. */
export interface Framework extends FrameworkEntry {
  /** Names of dependencies that only its programs have, as `group:artifact`. */
  readonly family: RegExp;
  readonly defaultPort: number;
  /** Plugins of Maven, Gradle or sbt that mean it. */
  readonly plugins: readonly string[];
  /** Settings that hold the port, relaxed: lower case, without dashes. */
  readonly portKeys: readonly string[];
  /** Settings that hold the address, relaxed like those of the port. */
  readonly hostKeys?: readonly string[];
  /** The variable that stands above them where every program is not given it anyway. */
  readonly hostVariable?: string;
  /** Variables that make it listen on the app's port and on every address. */
  readonly environment: (port: number) => Readonly<Record<string, string>>;
  /** The goal of Maven, and the task of Gradle or sbt, that runs it in development. */
  readonly run: { readonly maven?: readonly string[]; readonly gradle?: readonly string[]; readonly sbt?: readonly string[] };
  /** Names of its settings file in the folder of the program, which is told of it when it starts. */
  readonly settings?: readonly string[];
  /** True where its development mode compiles and starts again by itself. */
  readonly reloads: boolean;
}
