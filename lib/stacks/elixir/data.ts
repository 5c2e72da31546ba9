import type { DataSigns } from '../../discovery/data.js';
import { matches } from '../../discovery/source.js';
import { appName } from './project.js';
import type { MixProject } from './project.js';

/** Where uploads go that Phoenix serves itself: in the private folder of an application, as its guide has it (hexdocs.pm/phoenix_live_view, "Uploads"). */
const inApplication = /\b(?:app_dir\(\s*:(\w+)\s*,\s*(?:"priv\/static\/(\w+)"|\[\s*"priv"\s*,\s*"static"\s*,\s*"(\w+)"\s*\])|priv_dir\(\s*:(\w+)\s*\)\)?\s*,\s*(?:"static\/(\w+)"|"static"\s*,\s*"(\w+)"))/gu;
/** Libraries of uploads and the folder that they write to beside the program (hexdocs.pm/waffle, "Local Storage"). */
const localStorage = /\bstorage:\s*(?:Waffle|Arc)\.Storage\.Local\b/gu;
const writes = /\bFile\.(?:cp|copy|write|open|rename|stream|mkdir_p)!?[ (]/u;

/**
 * The folder of an application in a release, without the version that is part of its name there: the image has a link of that name,
 * so that the next version finds the same files.
 */
export const applicationFolder = (name: string): string => `lib/${name}`;

/** The names of applications whose folders hold data. */
export const linkedApplications = (paths: readonly string[]): readonly string[] => [...new Set(paths.flatMap((path) => /^lib\/(\w+)\//u.exec(path)?.[1] ?? []))];

/** Folders of uploads that sources write to. */
export function uploadFolders({ sources, mix, parts }: MixProject): NonNullable<DataSigns['folders']> {
  const own = new Set([mix, ...parts].flatMap((each) => appName(each) ?? []));
  const served = matches(sources.filter(({ code }) => writes.test(code)), inApplication).flatMap(({ groups, evidence }) => {
    const [app, folder] = [groups[1] ?? groups[4], [groups[2], groups[3], groups[5], groups[6]].find((each) => each !== undefined)];
    return app === undefined || folder === undefined || !own.has(app) ? [] : [{ path: `${applicationFolder(app)}/priv/static/${folder}`, evidence }];
  });
  return [...served, ...matches(sources, localStorage).slice(0, 1).map(({ evidence }) => ({ path: 'uploads', evidence }))];
}
