import type { Confidence } from '../discovery/evidence.js';
import type { EnvironmentId } from '../brief/brief.js';
import type { BackingRole, Healthcheck, Limits, Operations, Secret, Settings } from '../design/architecture.js';
import type { Release } from './releases.js';

/**
 * The pieces of a connection that an app may read, each from a variable of its own. Three of them are a whole address: `url`, the
 * `jdbc` URL of Java's drivers, which holds no credentials because programs log it, and `keywords`, the connection string of .NET's
 * clients (`Host=db;Username=shop`). `address` is `host:port`; `user`, `password` and `database` are what a technology calls so: the keys
 * and the bucket of object storage, the virtual host of a broker.
 */
export const connectionParts = ['url', 'jdbc', 'keywords', 'address', 'host', 'port', 'user', 'password', 'database', 'region', 'pathStyle'] as const;
export type ConnectionPart = (typeof connectionParts)[number];

/** Parts that say all of where the service is. */
export const addressParts = ['url', 'jdbc', 'keywords'] as const satisfies readonly ConnectionPart[];

/** Where package names come from. Maven names are `group:artifact`, crates may name a feature: `sqlx[postgres]`. */
export const ecosystems = ['npm', 'pypi', 'go', 'rubygems', 'packagist', 'maven', 'crates', 'nuget', 'hex'] as const;
export type Ecosystem = (typeof ecosystems)[number];

/** A client that cannot log in to newer releases of the server: what it speaks was taken out there. */
export interface LimitedClient {
  /** The last release line that it can log in to, as tags name it. */
  readonly until: string;
  /** Packages that make it able, one of these. */
  readonly unless?: readonly string[];
  /** What a person would depend on instead. */
  readonly instead: string;
}

/** How a technology is recognised in a repository. */
export interface Detection {
  /** Direct runtime dependencies by ecosystem, with how much each one says. Names as the ecosystem normalises them, PyPI and NuGet in lower case. */
  readonly packages: Readonly<Partial<Record<Ecosystem, Readonly<Record<string, Confidence>>>>>;
  /** Those of them that the server of our choice turns away. */
  readonly limited?: Readonly<Partial<Record<Ecosystem, Readonly<Record<string, LimitedClient>>>>>;
  /** URL schemes of connection strings in environment examples. */
  readonly schemes: readonly string[];
  /** Image repositories in compose files, without the host of a registry: the one of our own image first. */
  readonly images?: readonly string[];
  /** Names of variables in environment examples that nothing else has, such as `RABBITMQ_HOST`. */
  readonly variables?: RegExp;
  /** Examples that nothing else has, whatever their variables are called: an address with a path of the server's own. */
  readonly values?: RegExp;
  /** Names of variables that mean it where the source reads them and a client is among the dependencies, be that a guess. */
  readonly reads?: RegExp;
  /** One of several that an ORM works with: a driver beside an embedded database is a choice that settings make. */
  readonly relational?: true;
}

/** A release line of a server. */
export interface ReleaseLine {
  /** As tags name it: `17`, `8.4`. */
  readonly version: string;
  /** Last day with security fixes, `YYYY-MM-DD`; absent where no source tells. */
  readonly ends?: string;
}

/** How the tags of an image are made. */
export interface Tags {
  /** Release lines that were published, the newest first. A version of another major one is refused. */
  readonly lines: readonly ReleaseLine[];
  readonly prefix?: string;
  /** What follows a bare version, because the image without it lacks what the entry needs. */
  readonly suffix?: string;
  /** There are tags for whole versions only. */
  readonly whole?: true;
}

/** An image of the same server with something more inside. */
export interface Variant {
  readonly title: string;
  /** Key in `images.Dockerfile`; its tag is of the same major version as the technology's own. */
  readonly image: string;
  /** It is made of the image for Alpine Linux, whatever its tag says. */
  readonly alpine?: true;
  /** The tag of another major version. */
  readonly tagOf: (major: number) => string;
  readonly detection: Pick<Detection, 'packages' | 'schemes' | 'images'>;
}

/** How an app reaches the service. */
export interface Connection {
  /** Values by part; `{password}` stands for the secret. Parts that the technology has not are left out. */
  readonly parts: Readonly<Partial<Record<ConnectionPart, string>>>;
  /** Variable names that mean each part, the most usual first. The first `url` name is wired when an app reads none of them. */
  readonly variables: Readonly<Partial<Record<ConnectionPart, readonly string[]>>>;
  /** Variables with a text of their own, by name: one of several endpoints, an address for another protocol. */
  readonly texts?: Readonly<Record<string, string>>;
  /** Variables that client libraries read by themselves, so that no source names them. Wired where an app reads no URL. */
  readonly implicit?: Readonly<Partial<Record<ConnectionPart, string>>>;
  /** The secret that `{password}` stands for; absent where the technology has no credentials. */
  readonly secret?: string;
  /** The form that the server wants of a password that is no secret; absent: as it is. */
  readonly open?: (password: string) => string;
}

/** A file of the technology's configuration, which the entry mounts where it belongs. */
export interface TechnologyFile {
  readonly path: string;
  readonly content: string;
  readonly executable?: boolean;
}

/** What the names of one instance are made of. */
export interface Instance {
  /** Name of the service in the compose files, by which others reach it. */
  readonly service: string;
  /** What its volumes, secrets and settings begin with: lower case letters, digits and underscores. */
  readonly prefix: string;
  /** User and database that it holds for the apps: lower case letters, digits and underscores. */
  readonly identifier: string;
}

/** What an entry may know of the project. */
export interface ServiceContext extends Instance {
  readonly limits: Limits;
  /** True where an app that uses it has no way to give a password. */
  readonly anonymous: boolean;
  /** The topology wants messages that nobody could take in put aside; a matter of brokers. */
  readonly deadLetters?: true;
  readonly release: Release;
}

/** What an entry adds to the architecture. */
export interface Contribution {
  readonly healthcheck: Healthcheck;
  readonly stopGrace: number;
  readonly common: Settings;
  readonly development: Settings;
  readonly ci: Settings;
  readonly production: Settings;
  readonly secrets: readonly Secret[];
  /** Named volumes; none where nothing is kept. */
  readonly volumes: readonly { readonly name: string; readonly path: string; readonly use: string }[];
  readonly files?: readonly TechnologyFile[];
  /** Absent where there is nothing to keep. */
  readonly operations?: Omit<Operations, 'service' | 'title'>;
}

/** A backing technology: data, and one function that turns the project's context into a contribution. */
export interface Technology {
  readonly id: string;
  readonly title: string;
  readonly role: BackingRole;
  /** What it speaks, where another entry speaks it too: a client does not tell which of them it is meant for. */
  readonly protocol?: string;
  /** Name of the service in the compose files where nothing else has it. */
  readonly serviceName: string;
  /** Environments in which it runs as a container where the brief says nothing; absent: all. */
  readonly environments?: readonly EnvironmentId[];
  readonly port: number;
  /** It works on what the outside has, so that the network of the data tier, which has no way there, is not enough. */
  readonly outside?: true;
  /** Programs that the image contains and a health command may run. Source of the fact beside each entry. */
  readonly programs: readonly string[];
  readonly detection: Detection;
  /** Absent where nothing is known of its tags: any version is taken as it stands. */
  readonly tags?: Tags;
  /** By id, which a person may write in the place of the technology's. */
  readonly variants?: Readonly<Record<string, Variant>>;
  /** How a broker puts aside what nobody could take in, after how many attempts: sentences for the manual. */
  readonly deadLetters?: string;
  /** Connections that its server takes; absent where pools of apps do not matter. */
  readonly connectionLimit?: number;
  readonly connection: (instance: Instance) => Connection;
  /** What it wants on a host with room; the planner may give less. */
  readonly limits: Limits;
  readonly contribute: (context: ServiceContext) => Contribution;
  /** Why it runs the way it does: one sentence for the manual. */
  readonly reason: string;
}
