// Text files are imported as strings: the bundler inlines them, `scripts/text-imports.mjs` does it for the sources.
declare module '*.ejs' {
  const text: string;
  export default text;
}
declare module '*.Dockerfile' {
  const text: string;
  export default text;
}
