import listTemplate from '../../../templates/placeholder/cpp/CMakeLists.txt.ejs';
import serverTemplate from '../../../templates/placeholder/cpp/main.cpp.ejs';
import workerTemplate from '../../../templates/placeholder/cpp/worker.cpp.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on the sockets of POSIX, without a dependency. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: 'CMakeLists.txt', content: renderTemplate(listTemplate, { name, version, worker }) },
    { path: 'main.cpp', content: renderTemplate(serverTemplate, { name }) },
    ...(worker ? [{ path: 'worker.cpp', content: renderTemplate(workerTemplate, {}) }] : []),
  ];
}
