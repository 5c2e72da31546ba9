import { imageReference } from './images.js';
import type { Technology, Variant } from './technology.js';

/** What the tag of an image tells. */
export interface Release {
  /** First number of the version. */
  readonly major: number;
  /** Built on Alpine Linux, where users have other numbers and bash is missing. */
  readonly alpine: boolean;
  readonly variant?: string | undefined;
}

/** What a person may say about the image of a service. */
export interface ImageChoice {
  /** A version such as `16`, or a whole tag such as `16-alpine`. */
  readonly version?: string | undefined;
  readonly variant?: string | undefined;
}

const splitReference = (reference: string): { readonly repository: string; readonly tag: string } => {
  const colon = reference.lastIndexOf(':');
  return { repository: reference.slice(0, colon), tag: reference.slice(colon + 1) };
};

/** The numbers that a version or a tag begins with: `v1.2-alpine` gives `1.2`. */
const numbersOf = (tag: string): string | undefined => /^(?:v|pg|RELEASE\.)?(\d+(?:\.\d+)*)/u.exec(tag)?.[1];

const isWithin = (version: string, line: string): boolean => version === line || version.startsWith(`${line}.`) || line.startsWith(`${version}.`);

const variantOf = (technology: Technology, id: string | undefined): Variant | undefined => (id === undefined ? undefined : technology.variants?.[id]);

/** The version of the image of our choice. */
export const ownVersion = ({ id }: Pick<Technology, 'id'>): string => numbersOf(splitReference(imageReference(id)).tag)!;

/** The tag of a version in the form that the technology's tags have. */
function tagOf({ tags }: Technology, version: string): string {
  const { prefix = '', suffix = '' } = tags ?? {};
  const isBare = /^\d+(?:\.\d+)*$/u.test(version);
  return `${/^\d/u.test(version) ? prefix : ''}${version}${isBare ? suffix : ''}`;
}

/** Whether the version asks for nothing that the image of our choice is not. */
const isOurs = (version: string, own: string): boolean => /^[\d.]+$/u.test(version) && isWithin(version, own) && own.length >= version.length;

/** The image that a service runs on, and what its tag tells. For choices that `imageProblem` finds nothing wrong with. */
export function imageOf(technology: Technology, { version, variant: id }: ImageChoice): { readonly reference: string; readonly release: Release } {
  const variant = variantOf(technology, id);
  const own = imageReference(variant?.image ?? technology.id);
  const { repository, tag: ownTag } = splitReference(own);
  const ours = ownVersion(technology);
  const major = Number.parseInt((version === undefined ? undefined : numbersOf(version)) ?? ours, 10);
  const release = (tag: string) => ({ reference: `${repository}:${tag}`, release: { major, alpine: tag.includes('alpine') || variant?.alpine === true, variant: id } });
  if (version === undefined || isOurs(version, ours)) return release(ownTag);
  if (variant === undefined) return release(tagOf(technology, version));
  return release(major === Number.parseInt(ours, 10) ? ownTag : variant.tagOf(major));
}

/** What is wrong with a choice, for its author; undefined where it can be built. */
export function imageProblem(technology: Technology, { version, variant }: ImageChoice): string | undefined {
  const { title, tags, variants } = technology;
  if (variant !== undefined && variants?.[variant] === undefined) {
    return `${JSON.stringify(variant)} is no variant of ${title}: ${variants === undefined ? 'it has none' : Object.keys(variants).join(', ')}`;
  }
  if (version === undefined) return undefined;
  const numbers = numbersOf(version);
  if (numbers === undefined) return `${JSON.stringify(version)} is no version: begin with a number, such as ${ownVersion(technology)}`;
  const majors = [...new Set((tags?.lines ?? []).map((line) => line.version.split('.')[0]!))];
  if (majors.length > 0 && !majors.includes(numbers.split('.')[0]!)) return `${title} ${numbers} is not known: ${majors.join(', ')}`;
  const own = ownVersion(technology);
  if (tags?.whole === true && !isOurs(version, own) && numbers.split('.').length < 3) return `${title} has tags for whole versions only: write one such as ${own} instead of ${version}`;
  return undefined;
}

/** The last day with security fixes of the release line that a version, else ours, belongs to, `YYYY-MM-DD`; undefined where it is not known. */
export function endOf(technology: Technology, { version }: ImageChoice): string | undefined {
  const numbers = version === undefined ? ownVersion(technology) : numbersOf(version);
  return numbers === undefined ? undefined : technology.tags?.lines?.find((line) => isWithin(numbers, line.version))?.ends;
}

/** How `ID`, `ID:VERSION` and the id of a variant in its place name an image. */
export function choiceOf(technologies: readonly Technology[], text: string): ({ readonly technology: string } & ImageChoice) | undefined {
  const [id = '', ...rest] = text.split(':');
  const technology = technologies.find((each) => each.id === id) ?? technologies.find(({ variants }) => variants?.[id] !== undefined);
  if (technology === undefined || rest.length > 1) return undefined;
  return { technology: technology.id, ...(technology.id === id ? {} : { variant: id }), ...(rest[0] === undefined ? {} : { version: rest[0] }) };
}
