import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { composedCommands, namespaceOf, registerGenerators } from '../../lib/yeoman/register.js';

/** `yo docker-architect`: asks once, and composes the generators that write. */
export default class AppGenerator extends ArchitectGenerator {
  async initializing(): Promise<void> {
    registerGenerators(this.env);
    for (const command of composedCommands) await this.composeWith(namespaceOf(command));
  }

  async prompting(): Promise<void> {
    await this.session();
  }
}
