import type { Brief } from '../brief/brief.js';
import { checklistMessages as say } from '../messages/checklist.js';
import { antiPatterns } from './checks/anti-patterns.js';
import type { Check, Draft } from './checks/check.js';
import { communicationStated, dependenciesMinimised, identified, oneResponsibility } from './checks/design.js';
import { clearDocumentation, hotReload, quickOnboarding, upWorksAtOnce } from './checks/experience.js';
import { backupStrategy, centralLogging, documentedRollback, healthchecks } from './checks/operations.js';
import { cacheStrategy, optimisedBuild, resourcesLimited, suitableVolumes } from './checks/performance.js';
import { dataNotExposed, imagesScanned, networksByTier, secretsOutside } from './checks/security.js';
import type { Checklist, ChecklistGroup } from './architecture.js';

interface Item {
  readonly id: string;
  readonly group: ChecklistGroup;
  readonly title: string;
  readonly check: Check;
}

const items: readonly Item[] = [
  { id: 'services-identified', group: 'design', title: say.services.title, check: identified },
  { id: 'one-responsibility', group: 'design', title: say.responsibility.title, check: oneResponsibility },
  { id: 'dependencies-minimised', group: 'design', title: say.dependencies.title, check: dependenciesMinimised },
  { id: 'communication-stated', group: 'design', title: say.communication.title, check: communicationStated },
  { id: 'networks-by-tier', group: 'security', title: say.networks.title, check: networksByTier },
  { id: 'data-not-exposed', group: 'security', title: say.exposure.title, check: dataNotExposed },
  { id: 'secrets-outside', group: 'security', title: say.secrets.title, check: secretsOutside },
  { id: 'images-scanned', group: 'security', title: say.scans.title, check: imagesScanned },
  { id: 'resources-limited', group: 'performance', title: say.resources.title, check: resourcesLimited },
  { id: 'cache-strategy', group: 'performance', title: say.cache.title, check: cacheStrategy },
  { id: 'suitable-volumes', group: 'performance', title: say.volumes.title, check: suitableVolumes },
  { id: 'optimised-build', group: 'performance', title: say.build.title, check: optimisedBuild },
  { id: 'healthchecks', group: 'operations', title: say.health.title, check: healthchecks },
  { id: 'central-logging', group: 'operations', title: say.logs.title, check: centralLogging },
  { id: 'backup-strategy', group: 'operations', title: say.backup.title, check: backupStrategy },
  { id: 'documented-rollback', group: 'operations', title: say.rollback.title, check: documentedRollback },
  { id: 'up-at-once', group: 'experience', title: say.up.title, check: upWorksAtOnce },
  { id: 'hot-reload', group: 'experience', title: say.reload.title, check: hotReload },
  { id: 'clear-documentation', group: 'experience', title: say.documentation.title, check: clearDocumentation },
  { id: 'quick-onboarding', group: 'experience', title: say.onboarding.title, check: quickOnboarding },
];

/** Reviews an architecture before anything of it is written: every item with the reason that this architecture gives. */
export function review(architecture: Draft, brief: Brief): Checklist {
  const subject = { architecture, brief };
  return { items: items.map(({ check, ...item }) => ({ ...item, ...check(subject) })), antiPatterns: antiPatterns(subject) };
}
