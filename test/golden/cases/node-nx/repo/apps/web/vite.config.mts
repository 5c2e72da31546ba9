import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../../node_modules/.vite/apps/web',
  server: { port: 4200, host: 'localhost' },
  plugins: [react()],
  build: { outDir: '../../dist/apps/web', emptyOutDir: true },
});
