import assert from 'node:assert/strict';
import { renderTemplate } from '../../../lib/text/template.js';
import { hostile } from '../../support/hostile.js';

describe('a text template', () => {
  it('puts values in as they are, never as HTML and never as a template', () => {
    for (const text of hostile) {
      assert.equal(renderTemplate('<%- value %>|', { value: text }), `${text}|`);
      assert.equal(renderTemplate('<%= value %>|', { value: text }), `${text}|`);
    }
  });

  it('stops at a name that the data has not', () => assert.throws(() => renderTemplate('a <%- missing %>', {}), /missing is not defined/u));
  it('stops at a value that is undefined', () => assert.throws(() => renderTemplate('a', { b: undefined }), /template value b is undefined/u));
  it('takes null and empty lists', () => assert.equal(renderTemplate('<% if (a === null && b.length === 0) { %>x<% } %>', { a: null, b: [] }), 'x'));
});
