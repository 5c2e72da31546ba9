/** A name that images, services, networks and databases take as it is. */
export const slugPattern = /^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){0,39}$/u;

/** `Café Crème 2` becomes `cafe-creme-2`, `3d` becomes `app-3d`; `app` where nothing is left. */
export function slug(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '');
  if (plain === '') return 'app';
  return (/^\d/u.test(plain) ? `app-${plain}` : plain).slice(0, 40).replace(/-+$/u, '');
}

/** What an image tag may be (distribution reference grammar). */
export const tagPattern = /^\w[\w.-]{0,127}$/u;
