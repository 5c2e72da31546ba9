import type { Architecture } from './architecture.js';

type Scanned = Pick<Architecture, 'services' | 'ci' | 'environments'>;

/** Whether a workflow is written: only where somebody runs it and an environment is there for it. */
export const hasWorkflow = ({ ci, environments }: Pick<Architecture, 'ci' | 'environments'>): boolean => ci.provider !== 'none' && environments.includes('ci');

/** Images that the workflow builds and stops for, and images of others that it reports on: only who makes an image can mend it. */
export function scannedImages(architecture: Scanned): { readonly built: readonly string[]; readonly pulled: readonly string[] } {
  if (!hasWorkflow(architecture)) return { built: [], pulled: [] };
  const { services } = architecture;
  const built = services.flatMap(({ image, only, role }) => (image.kind === 'built' && only === undefined && role !== 'job' ? [image.name] : []));
  const pulled = services.flatMap(({ image, only }) => (image.kind === 'pulled' && (only === undefined || only.some((id) => id !== 'development')) ? [image.reference] : []));
  return { built: [...new Set(built)], pulled: [...new Set(pulled)] };
}
