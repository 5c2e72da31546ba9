import { endedVersions } from '../../lib/brief/end-of-life.js';
import { suggest } from '../../lib/brief/suggest.js';
import { discoveryReport } from '../../lib/discovery/report.js';
import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { today, withFlags } from '../../lib/yeoman/session.js';
import { printDiscovery } from '../../lib/yeoman/print-discovery.js';

/** `yo docker-architect:discover`: prints what the project shows, and writes nothing. */
export default class DiscoverGenerator extends ArchitectGenerator {
  async default(): Promise<void> {
    const seen = this.findings();
    const brief = withFlags(suggest(seen), this.flags);
    const findings = { ...seen, problems: [...seen.problems, ...endedVersions(brief, today())] };
    await printDiscovery(this.flags, findings, brief, discoveryReport(findings, brief.pattern));
  }
}
