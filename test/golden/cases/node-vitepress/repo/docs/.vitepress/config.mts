import { defineConfig } from 'vitepress';

export default defineConfig({ title: 'Handbook', themeConfig: { nav: [{ text: 'Home', link: '/' }] } });
