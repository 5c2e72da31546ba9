import { cakephp } from './cakephp.js';
import { codeigniter } from './codeigniter.js';
import { drupal } from './drupal.js';
import type { Framework } from './framework.js';
import { laminas } from './laminas.js';
import { laravel } from './laravel.js';
import { lumen } from './lumen.js';
import { mezzio } from './mezzio.js';
import { slim } from './slim.js';
import { symfony } from './symfony.js';
import { wordpress } from './wordpress.js';
import { yii } from './yii.js';

/** Every framework, in the order in which they are looked for: those whose parts others are built of stand last. */
export const frameworks = [laravel, lumen, drupal, wordpress, cakephp, codeigniter, yii, mezzio, laminas, symfony, slim] as const satisfies readonly Framework[];

export function findFramework(id: string | undefined): Framework | undefined {
  return frameworks.find((framework) => framework.id === id);
}
