// One environment of a generated project on the engine.
import { docker, freePort, run, waitFor, type Result } from '../support/engine.js';

/** What `docker inspect` says of a container, as far as the tests read it. */
export interface Container {
  readonly Id: string;
  readonly Image: string;
  readonly RestartCount: number;
  readonly State: { readonly Status: string; readonly ExitCode: number; readonly Pid: number; readonly StartedAt: string; readonly Health?: { readonly Status: string } };
  readonly Config: { readonly Labels: Readonly<Record<string, string>>; readonly User: string; readonly Image: string };
  readonly HostConfig: { readonly Init?: boolean | null };
  readonly NetworkSettings: {
    readonly Ports: Readonly<Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[] | null>>;
    readonly Networks: Readonly<Record<string, { readonly IPAddress: string; readonly Gateway: string }>>;
  };
}

const isDone = ({ Status, ExitCode }: Container['State']): boolean => Status === 'exited' && ExitCode === 0;

export class Stack {
  constructor(
    readonly folder: string,
    /** The name of the Compose project. */
    readonly name: string,
    /** Compose files; none where a plain `docker compose` is meant. */
    readonly files: readonly string[],
    readonly port: number,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Runs `docker compose`; the status is the caller's to judge. */
  async run(args: readonly string[], timeout?: number): Promise<Result> {
    const files = this.files.flatMap((file) => ['-f', file]);
    return await run('docker', ['compose', '--ansi=never', ...files, ...args], { cwd: this.folder, env: { HTTP_PORT: String(this.port) }, ...(timeout !== undefined && { timeout }) });
  }

  /** Runs `docker compose`, which has to succeed; otherwise the error tells what the containers said. */
  async compose(...args: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.run(args);
    if (code === 0) return stdout;
    throw new Error(`docker compose ${args.join(' ')}: status ${code}\n${stdout.slice(-3000)}\n${stderr.slice(-3000)}\n${await this.report()}`);
  }

  /** The containers by service, stopped ones too; of several with one service, the last. */
  async containers(): Promise<Record<string, Container>> {
    const ids = (await docker('ps', '-aq', '--filter', `label=com.docker.compose.project=${this.name}`)).split('\n').filter((id) => id !== '');
    if (ids.length === 0) return {};
    const inspected = JSON.parse(await docker('inspect', ...ids)) as readonly Container[];
    return Object.fromEntries(inspected.map((container) => [container.Config.Labels['com.docker.compose.service'] ?? container.Id, container]));
  }

  async container(service: string): Promise<Container> {
    const found = (await this.containers())[service];
    if (found === undefined) throw new Error(`${this.name} has no container of ${service}`);
    return found;
  }

  /** What the engine says of each service; `done` for a job that ended well. */
  async health(): Promise<Record<string, string>> {
    const containers = await this.containers();
    return Object.fromEntries(Object.entries(containers).map(([service, { State }]) => [service, isDone(State) ? 'done' : (State.Health?.Status ?? State.Status)]));
  }

  async waitUntilHealthy(within = 90_000): Promise<void> {
    await waitFor(
      `${this.name} healthy`,
      async () => {
        const health = await this.health();
        if (Object.values(health).some((state) => state !== 'healthy' && state !== 'done')) throw new Error(JSON.stringify(health));
        return true;
      },
      { within },
    );
  }

  /** Address of a service on a network, which is named as the engine names it. */
  async address(service: string, network: string): Promise<string> {
    const address = (await this.container(service)).NetworkSettings.Networks[network]?.IPAddress;
    if (address === undefined || address === '') throw new Error(`${service} has no address on ${network}`);
    return address;
  }

  async get(path: string, within = 5000, request: RequestInit = {}): Promise<{ status: number; text: string }> {
    const response = await fetch(`${this.url}${path}`, { ...request, signal: AbortSignal.timeout(within), headers: { ...request.headers, connection: 'close' } });
    return { status: response.status, text: await response.text() };
  }

  /** Orders something at the shop and waits for its worker; returns the order's id. */
  async order(item: string): Promise<string> {
    const id = await waitFor(`${this.name} takes an order`, async () => {
      const response = await fetch(`${this.url}/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', connection: 'close' },
        body: JSON.stringify({ item }),
        signal: AbortSignal.timeout(5000),
      });
      if (response.status !== 202) throw new Error(`${response.status} ${await response.text()}`);
      return ((await response.json()) as { id: string }).id;
    });
    await waitFor(`${this.name} confirms the order`, async () => (await this.orderStatus(id)) === 'confirmed');
    return id;
  }

  async orderStatus(id: string): Promise<string | undefined> {
    const { status, text } = await this.get(`/orders/${id}`);
    return status === 200 ? (JSON.parse(text) as { status: string }).status : undefined;
  }

  /** What an engine still holds of this project: containers, volumes, networks. */
  async remains(): Promise<string[]> {
    const filter = ['--filter', `label=com.docker.compose.project=${this.name}`];
    const lists = await Promise.all([
      docker('ps', '-a', ...filter, '--format', 'container {{.Names}}'),
      docker('volume', 'ls', ...filter, '--format', 'volume {{.Name}}'),
      docker('network', 'ls', ...filter, '--format', 'network {{.Name}}'),
    ]);
    return lists.flatMap((list) => list.split('\n')).filter((line) => line !== '');
  }

  async report(): Promise<string> {
    const { stdout: state } = await this.run(['ps', '-a']);
    const { stdout: logs } = await this.run(['logs', '--no-color', '--tail', '40']);
    return `${state}\n${logs.slice(-8000)}`;
  }

  async remove(): Promise<void> {
    const filter = ['--filter', `label=com.docker.compose.project=${this.name}`];
    // by label, because a test may have broken the compose files; containers first, they hold the rest
    for (const [list, drop] of [
      [['ps', '-aq'], ['rm', '-f', '-v']],
      [['volume', 'ls', '-q'], ['volume', 'rm', '-f']],
      [['network', 'ls', '-q'], ['network', 'rm']],
    ] as const) {
      const ids = (await docker(...list, ...filter)).split('\n').filter((id) => id !== '');
      if (ids.length > 0) await run('docker', [...drop, ...ids]);
    }
  }

  /** The same project on another free port, or read by a plain `docker compose`. */
  async with(changes: { readonly files?: readonly string[]; readonly port?: number }): Promise<Stack> {
    return new Stack(this.folder, this.name, changes.files ?? this.files, changes.port ?? (await freePort()));
  }
}

/** Prints what the containers said when a test of the suite failed. */
export function reportFailures(stacks: () => readonly (Stack | undefined)[]): void {
  afterEach(async function report() {
    if (this.currentTest?.state !== 'failed') return;
    for (const stack of stacks()) {
      if (stack !== undefined && (await stack.remains()).length > 0) console.log(`--- ${stack.name}\n${await stack.report()}`);
    }
  });
}
