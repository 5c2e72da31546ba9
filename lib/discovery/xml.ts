import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { unreadable } from './manifest.js';
import type { Repository } from './repository.js';
import type { TextManifestReading } from './toml.js';

/** Entities are not expanded: nothing that we look for holds one, and a manifest may not make discovery grow. */
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@', parseTagValue: false, parseAttributeValue: false, processEntities: false, trimValues: true });

/** An XML file as plain data: elements by name, attributes as `@name`, repeated elements as a list. An unreadable one is a problem that names the place. */
export function readXml(repository: Pick<Repository, 'read'>, file: string): TextManifestReading {
  const text = repository.read(file);
  if (text === undefined) return { problems: [unreadable(file, '1:1', 'this is not a readable text file', 'Make it an XML file in UTF-8 that you may read')] };
  const valid = XMLValidator.validate(text);
  if (valid !== true) return { problems: [unreadable(file, `${valid.err.line}:${valid.err.col}`, `this is not valid XML: ${valid.err.msg}`, 'Correct the file and run again')] };
  return { manifest: { file, text, data: parser.parse(text) as Readonly<Record<string, unknown>> }, problems: [] };
}

/** An element that may stand once or several times, as a list. */
export function elements(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}
