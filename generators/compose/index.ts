import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { files } from './files.js';

export default class ComposeGenerator extends ArchitectGenerator {
  async prompting(): Promise<void> {
    await this.session();
  }

  async writing(): Promise<void> {
    await this.put(files);
  }
}
