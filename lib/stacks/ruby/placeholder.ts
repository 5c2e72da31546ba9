import serverTemplate from '../../../templates/placeholder/ruby/server.rb.ejs';
import workerTemplate from '../../../templates/placeholder/ruby/worker.rb.ejs';
import { renderTemplate } from '../../text/template.js';
import type { PlaceholderContext, StackFile } from '../stack.js';

/** A server on `socket`, without a gem: Ruby's own HTTP server became one. */
export function placeholder({ name, version, worker }: PlaceholderContext): readonly StackFile[] {
  return [
    { path: 'Gemfile', content: '# frozen_string_literal: true\n\nsource "https://rubygems.org"\n\n# what your code needs goes here\n' },
    { path: '.ruby-version', content: `${version}\n` },
    { path: 'server.rb', content: renderTemplate(serverTemplate, { name }) },
    { path: 'Procfile', content: `web: ruby server.rb\n${worker ? 'worker: ruby worker.rb\n' : ''}` },
    ...(worker ? [{ path: 'worker.rb', content: renderTemplate(workerTemplate, {}) }] : []),
  ];
}
