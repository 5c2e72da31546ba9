import type { AppBrief } from '../../lib/brief/brief.js';
import { appFolder } from '../../lib/brief/service-names.js';
import type { Architecture } from '../../lib/design/architecture.js';
import { buildIgnore } from '../../lib/render/build-context.js';
import { dockerignore } from '../../lib/render/line-files.js';
import { fromMirror } from '../../lib/render/mirror.js';
import { wholeFiles } from '../../lib/render/output-file.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { assetsStage, stackById } from '../../lib/stacks/registry.js';

const leftoversOf = (app: AppBrief): readonly string[] => stackById(app.stack).leftovers?.(app) ?? [];

/** The image of every app, and what no image may contain. */
export function files({ project, apps, images }: Architecture): readonly OutputFile[] {
  return [
    dockerignore({ apps }, apps.flatMap(leftoversOf)),
    ...apps.flatMap((app) => [
      ...fromMirror(wholeFiles(stackById(app.stack).files(app, { folder: appFolder(app), project: project.name, assets: assetsStage(app) })), images.mirror),
      ...buildIgnore(app, appFolder(app), apps.length > 1, stackById(app.stack).buildContext(app), leftoversOf(app)),
    ]),
  ];
}
