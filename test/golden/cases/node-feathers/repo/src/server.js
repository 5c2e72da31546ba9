import { feathers } from '@feathersjs/feathers';
import { bodyParser, koa, rest } from '@feathersjs/koa';

const app = koa(feathers());
app.use(bodyParser());
app.configure(rest());
app.use('orders', { find: async () => [] });
await app.listen(Number(process.env.PORT ?? 3030));
