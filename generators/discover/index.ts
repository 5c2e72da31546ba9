import { endedVersions } from '../../lib/brief/end-of-life.js';
import { readDescription } from '../../lib/brief/description.js';
import { unknownVersions } from '../../lib/brief/suggest.js';
import { descriptionReport } from '../../lib/discovery/description/report.js';
import { discoveryReport } from '../../lib/discovery/report.js';
import { ArchitectGenerator } from '../../lib/yeoman/base-generator.js';
import { today } from '../../lib/yeoman/session.js';
import { printBrief, printDescription, printDiscovery } from '../../lib/yeoman/print-discovery.js';

/** `yo docker-architect:discover`: prints what the project shows, or with `--describe` what a text says, and writes nothing. */
export default class DiscoverGenerator extends ArchitectGenerator {
  async default(): Promise<void> {
    const { describe, brief: asBrief, json } = this.flags;
    const description = describe === undefined ? undefined : readDescription(describe);
    if (description !== undefined && !asBrief) {
      printDescription(json, description, descriptionReport(description));
      return;
    }
    const { findings: seen, brief } = this.proposal(description);
    if (asBrief) {
      await printBrief(seen, brief);
      return;
    }
    const findings = { ...seen, problems: [...seen.problems, ...unknownVersions(seen), ...endedVersions(brief, today())] };
    printDiscovery(json, findings, discoveryReport(findings, brief.pattern));
  }
}
