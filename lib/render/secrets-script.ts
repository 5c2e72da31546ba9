import secretsTemplate from '../../templates/compose/secrets.sh.ejs';
import type { Architecture, Secret } from '../design/architecture.js';
import { renderTemplate } from '../text/template.js';
import type { OutputFile } from './output-file.js';

const isDigest = ({ origin }: Secret): boolean => origin.kind === 'digest';

/** The script that makes the secrets of production on the server. */
export function secretsScript({ secrets }: Architecture): OutputFile {
  const files = secrets.filter(({ origin }) => origin.kind !== 'build');
  const view = { secrets: files.filter((secret) => !isDigest(secret)), digests: files.filter(isDigest) };
  return { path: 'docker/secrets.sh', content: renderTemplate(secretsTemplate, view), executable: true, ownership: 'whole' };
}
