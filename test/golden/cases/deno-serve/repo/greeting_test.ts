import { greeting } from './greeting.ts';

Deno.test('greets', () => {
  if (greeting('world') !== 'hello world') throw new Error('no greeting');
});
