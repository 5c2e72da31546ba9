/** A number of the description with the words that it stands in. */
export interface Quantity {
  readonly kind: 'memory' | 'cpus' | 'latency' | 'requestsPerSecond';
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

const numbers: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, sixteen: 16,
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10, douze: 12, seize: 16,
};

/** `1,000`, `1 000`, `1.5`, `1,5`, `10k`, `two`: the number, or undefined. */
export function numberOf(text: string): number | undefined {
  const word = numbers[text.toLowerCase()];
  if (word !== undefined) return word;
  const [, digits, thousand] = /^([\d.,\s\u00a0\u202f]+?)\s?(k)?$/iu.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const compact = digits.replace(/[\s\u00a0\u202f]/gu, '');
  const plain = /^\d{1,3}(?:[,.]\d{3})+$/u.test(compact) ? compact.replace(/[,.]/gu, '') : compact.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) && plain !== '' ? value * (thousand === undefined ? 1 : 1000) : undefined;
}

const amount = String.raw`(?<![\p{L}\p{N}.,])(\d{1,3}(?:[ \u00a0\u202f,.]\d{3})+|\d{1,9}(?:[.,]\d{1,3})?)`;
const word = String.raw`(${Object.keys(numbers).filter((each) => each.length > 2).join('|')})`;
const size = new RegExp(String.raw`${amount}[\s\u00a0-]?(gib|gb|gi|go|g|mib|mb|mi|mo|gigabytes?|gigas?|gigaoctets?|megabytes?|m[ée]gaoctets?|gigs?)(?![\p{L}\p{N}])`, 'giu');
const cores = new RegExp(String.raw`(?:${amount}|(?<![\p{L}\p{N}])${word})[\s\u00a0-]?(?:v?cpus?|v?cores?|v?c(?:œ|oe)urs?|processeurs?|processors?)(?![\p{L}\p{N}])`, 'giu');
const latency = new RegExp(String.raw`${amount}\s?(ms|milliseconds?|millisecondes?|msec|s|sec|seconds?|secondes?)(?![\p{L}\p{N}/])`, 'giu');
const rate = new RegExp(String.raw`${amount}\s?(k)?\s?(?:(?:http|api)\s)?(?:(?:requests?|reqs?|requ[êe]tes?|calls?|appels?|queries|hits?)\s?(?:per|a|an|par|\/|à la)\s?(s|sec|seconds?|secondes?|min|minutes?)(?![\p{L}])|(rps|qps|req\/s)(?![\p{L}\p{N}]))`, 'giu');

const holdsMemory = /\b(?:ram|memory|m[ée]moire|vps|vm|server|serveur|host|h[ôo]te|machine|droplet|instance|box|v?cpus?|node|budget|laptop|raspberry|limit\w*|ec2|computer|ordinateur|cores?|virtual)\b/iu;
const holdsFiles = /^\s*(?:of\s+|de\s+|d['’]\s*)?(?:disk|disque|ssd|hdd|nvme|storage|stockage|data\b|donn[ée]es|files?|fichiers?|uploads?|bandwidth|traffic|images?|photos?|videos?|vid[ée]os?|per month|par mois)/iu;
const comparator = /(?:under|below|less than|within|at most|maximum(?: of)?|max|faster than|lower than|no more than|up to|in|<=?|≤|sous(?: les)?|moins de|inf[ée]rieure?s? [àa]|en dessous de|au plus|max(?:imum)?(?: de)?|en)\s*$/iu;
const speaksOfTime = /\b(?:latenc[ye]|latences?|respon[sd]\w*|r[ée]pon\w+|p9[059]|percentile|temps|answers?|slower)\b/iu;

const clauseAround = (text: string, start: number, end: number): readonly [string, string] => [text.slice(Math.max(0, start - 60), start).split(/[.;!?\n]\s/u).at(-1)!, text.slice(end, end + 60).split(/[.;!?\n](?:\s|$)/u)[0]!];

function memoryIn(text: string): readonly Quantity[] {
  return [...text.matchAll(size)].flatMap(({ 0: quote, 1: digits, 2: unit, index }) => {
    const end = index + quote.length;
    const [before, rest] = clauseAround(text, index, end);
    if (holdsFiles.test(rest) || /(?:disk|disque|ssd|uploads?)(?:\s+(?:of|de|d['’]))?\s*$/iu.test(before) || !holdsMemory.test(`${before} | ${rest}`)) return [];
    const factor = /^g/iu.test(unit!) ? 1024 : 1;
    const value = Math.round((numberOf(digits!) ?? 0) * factor);
    return value > 0 ? [{ kind: 'memory' as const, value, start: index, end }] : [];
  });
}

function latencyIn(text: string): readonly Quantity[] {
  return [...text.matchAll(latency)].flatMap(({ 0: quote, 1: digits, 2: unit, index }) => {
    const end = index + quote.length;
    const [before, rest] = clauseAround(text, index, end);
    const exact = /^m/iu.test(unit!);
    if (!exact && !(comparator.test(before) && speaksOfTime.test(before + rest))) return [];
    if (/\b(?:every|toutes les|timeout|interval\w*)\s*$/iu.test(before) || (exact && !comparator.test(before) && !speaksOfTime.test(before + rest))) return [];
    const value = Math.round((numberOf(digits!) ?? 0) * (exact ? 1 : 1000));
    return value > 0 ? [{ kind: 'latency' as const, value, start: index, end }] : [];
  });
}

/** Sizes in MiB, processors, milliseconds and requests a second that the text gives, in its order. */
export function quantities(text: string): readonly Quantity[] {
  const processors = [...text.matchAll(cores)].map(({ 0: quote, 1: digits, 2: name, index }) => ({ kind: 'cpus' as const, value: numberOf(digits ?? name!) ?? 0, start: index, end: index + quote.length }));
  const rates = [...text.matchAll(rate)].map(({ 0: quote, 1: digits, 2: thousand, 3: period, index }) => {
    const each = (numberOf(digits!) ?? 0) * (thousand === undefined ? 1 : 1000);
    return { kind: 'requestsPerSecond' as const, value: /^min/iu.test(period ?? '') ? Math.ceil(each / 60) : each, start: index, end: index + quote.length };
  });
  return [...memoryIn(text), ...processors.filter(({ value }) => value > 0), ...latencyIn(text), ...rates.filter(({ value }) => value > 0)].toSorted((a, b) => a.start - b.start);
}
