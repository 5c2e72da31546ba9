import { Application, Router } from '@oak/oak';
import postgres from 'postgres';

const sql = postgres(Deno.env.get('DATABASE_URL')!);
const router = new Router();
router.get('/health', (context) => {
  context.response.body = 'ok';
});
router.get('/', async (context) => {
  context.response.body = await sql`select now()`;
});

const app = new Application();
app.use(router.routes());
app.use(router.allowedMethods());
await app.listen({ port: 8080 });
