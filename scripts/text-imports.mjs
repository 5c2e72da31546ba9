// `node --import ./scripts/text-imports.mjs`: lets the sources import templates as text, as the bundle does.
import { register } from 'node:module';

register('./text-loader.mjs', import.meta.url);
