import { checklistMessages as say } from '../../messages/checklist.js';
import { about, dataServices, hasProduction, inProduction, isLongRunning, keepingApps, namesOf, notApplicable, runsIn, unless, volumeMounts } from './check.js';
import type { Check } from './check.js';

export const healthchecks: Check = ({ architecture }) => {
  const services = architecture.services.filter(isLongRunning);
  return unless(about(namesOf(services.filter(({ healthcheck }) => healthcheck === undefined || healthcheck.test.length < 2)), say.health.missing), say.health.pass(services.length));
};

/** Compose runs on one host, where Docker reads all logs in one place; that is no collector, and is not called one. */
export const centralLogging: Check = ({ architecture }) => {
  if (!hasProduction(architecture)) return notApplicable(say.logs.none);
  const services = inProduction(architecture).filter(isLongRunning);
  const unrotated = services.filter(({ common, environments }) => (environments.production?.logRotation ?? common.logRotation) !== true);
  return unrotated.length > 0 ? unless(about(namesOf(unrotated), say.logs.unrotated), '') : notApplicable(say.logs.local(services.length));
};

export const backupStrategy: Check = ({ architecture }) => {
  const keeping = [...dataServices(architecture).filter((service) => volumeMounts(service, 'production').length > 0), ...keepingApps(architecture)].filter((service) => hasProduction(architecture) && runsIn(service, 'production'));
  if (keeping.length === 0) return notApplicable(say.backup.none);
  const saved = new Set(architecture.operations.filter(({ backup, restore }) => backup !== '' && restore !== '').map(({ service }) => service));
  return unless(about(namesOf(keeping).filter((name) => !saved.has(name)), say.backup.missing), say.backup.pass(namesOf(keeping)));
};

export const documentedRollback: Check = ({ architecture }) => {
  if (!hasProduction(architecture)) return notApplicable(say.rollback.none);
  const built = inProduction(architecture).filter(({ image }) => image.kind === 'built');
  const rebuilt = built.filter(({ environments }) => environments.production?.pullPolicy !== 'missing');
  const images = new Set(built.map(({ image }) => (image.kind === 'built' ? image.name : image.reference)));
  return unless(
    [...about(namesOf(rebuilt), say.rollback.rebuilt), ...(architecture.variables.some(({ name }) => name === 'TAG') ? [] : [say.rollback.tag])],
    say.rollback.pass(images.size, namesOf(built.filter(({ role }) => role === 'job'))),
  );
};
