import type { Contribution } from './technology.js';

/** Backup and restore of a server whose data may only be copied while it rests: a folder as an archive, taken by a container of the same image. */
export function archiveAtRest(service: string, folder: string): NonNullable<Contribution['operations']> {
  const atRest = (task: string): string => `docker compose stop ${service} && docker compose run --rm -T --no-deps --entrypoint tar ${service} -C ${folder} ${task} ${service}.tar && docker compose start ${service}`;
  return { backup: atRest('-cf - . >'), restore: atRest('-xf - <') };
}
