import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { composedCommands, namespaceOf, registerGenerators } from '../../lib/yeoman/register.js';
import { workerAmendment } from '../../lib/yeoman/worker-amendment.js';

/** `yo docker-architect:worker NAME`: adds a worker to a blueprint that is there, and touches what must change. */
export default class WorkerGenerator extends ArchitectGenerator {
  async initializing(): Promise<void> {
    registerGenerators(this.env);
    for (const command of composedCommands) await this.composeWith(namespaceOf(command));
  }

  async prompting(): Promise<void> {
    await this.session(workerAmendment(this, String(this.args[0])));
  }
}
