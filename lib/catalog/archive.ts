import type { Operations } from '../design/architecture.js';

/** What is archived. */
export interface AtRest {
  /** The service whose image packs and unpacks. */
  readonly service: string;
  readonly folder: string;
  /** Name of the archive without its ending; absent: that of the service. */
  readonly name?: string;
  /** Services that write into the folder and rest meanwhile; absent: the service itself. */
  readonly writers?: readonly string[];
}

/**
 * Backup and restore of a folder that may only be copied while nobody writes into it: an archive, taken by a container of the image that
 * writes there. What is newer than the archive goes first, because a journal would be played into the older data.
 */
export function archiveAtRest({ service, folder, name = service, writers = [service] }: AtRest): Pick<Operations, 'backup' | 'restore'> {
  const others = writers.join(' ');
  const atRest = (task: string): string => `docker compose stop ${others} && docker compose run --rm -T --no-deps --entrypoint ${task} ${name}.tar && docker compose start ${others}`;
  return {
    backup: atRest(`tar ${service} -C ${folder} -cf - . >`),
    // images of servers have rm and seldom find
    restore: atRest(`sh ${service} -c 'cd ${folder} && rm -rf ./* ./.[!.]* ./..?* && tar -xf -' <`),
  };
}
