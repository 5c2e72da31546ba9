import type { Framework } from './framework.js';

export const beego = {
  id: 'beego',
  packages: ['github.com/beego/beego/v2', 'github.com/beego/beego', 'github.com/astaxie/beego'],
  refines: [],
  // beego server/web/config.go: HTTPPort 8080
  defaultPort: 8080,
  // beego server/web/config.go: BEEGO_RUNMODE goes before conf/app.conf
  environment: { production: { BEEGO_RUNMODE: 'prod' } },
  files: ['conf', 'views', 'static'],
  makes: /\b(?:beego|web)\.(?:Run|Router|RunWithMiddleWares)\(/u,
} as const satisfies Framework;
