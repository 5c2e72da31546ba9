import {TodoListApplication} from './application';

async function migrate(args: string[]) {
  const app = new TodoListApplication();
  await app.boot();
  console.log(args.includes('--rebuild') ? 'drop' : 'alter');
  process.exit(0);
}

migrate(process.argv).catch(() => process.exit(1));
