import type { Framework } from './framework.js';

export const goZero = {
  id: 'go-zero',
  packages: ['github.com/zeromicro/go-zero', 'github.com/tal-tech/go-zero'],
  refines: ['grpc'],
  // goctl api new: etc/*.yaml with Port: 8888
  defaultPort: 8888,
  makes: /\b(?:rest|zrpc)\.(?:MustNewServer|NewServer)\(/u,
} as const satisfies Framework;
