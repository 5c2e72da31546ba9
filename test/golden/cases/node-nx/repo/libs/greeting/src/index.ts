const museum = process.env.MUSEUM_NAME ?? 'the museum';

export function greeting(part: string): string {
  return `Welcome to ${museum} (${part})`;
}
