export function tide(): string {
  return 'high tide';
}
