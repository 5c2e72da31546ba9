import { greeting } from './greeting.ts';

const port = Number(Deno.env.get('PORT') ?? '8000');

Deno.serve({ port }, (request) => {
  const { pathname } = new URL(request.url);
  if (pathname === '/healthz') return new Response('ok');
  return Response.json({ message: greeting('world') });
});
