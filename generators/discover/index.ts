import { endedVersions } from '../../lib/brief/end-of-life.js';
import { readDescription } from '../../lib/brief/description.js';
import { suggest, unknownVersions } from '../../lib/brief/suggest.js';
import { descriptionReport } from '../../lib/discovery/description/report.js';
import { discoveryReport } from '../../lib/discovery/report.js';
import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { descriptionLines, today, withFlags } from '../../lib/yeoman/session.js';
import { printDiscovery } from '../../lib/yeoman/print-discovery.js';

/** `yo docker-architect:discover`: prints what the project shows, or with `--describe` what a text says, and writes nothing. */
export default class DiscoverGenerator extends ArchitectGenerator {
  async default(): Promise<void> {
    if (this.flags.describe !== undefined) {
      const description = readDescription(this.flags.describe);
      process.stdout.write(this.flags.json ? `${JSON.stringify(descriptionReport(description), undefined, 2)}\n` : `${descriptionLines(description).join('\n')}\n`);
      return;
    }
    const seen = this.findings();
    const brief = withFlags(suggest(seen), this.flags);
    const findings = { ...seen, problems: [...seen.problems, ...unknownVersions(seen), ...endedVersions(brief, today())] };
    await printDiscovery(this.flags, findings, brief, discoveryReport(findings, brief.pattern));
  }
}
