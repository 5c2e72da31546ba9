import { suggest } from '../../lib/brief/suggest.js';
import { discoveryReport } from '../../lib/discovery/report.js';
import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { printDiscovery } from '../../lib/yeoman/print-discovery.js';

/** `yo docker-architect:discover`: prints what the project shows, and writes nothing. */
export default class DiscoverGenerator extends ArchitectGenerator {
  async default(): Promise<void> {
    const findings = this.findings();
    const brief = suggest(findings);
    await printDiscovery(this.flags, findings, brief, discoveryReport(findings, brief.pattern));
  }
}
