/** A file that the blueprint writes. Paths are relative to the project, with `/`. */
export interface OutputFile {
  readonly path: string;
  readonly content: string;
  readonly executable?: boolean;
  /**
   * `whole`: the file is ours. `entries`: a list of lines that the project may already keep (`.gitignore`); ours are added to it.
   */
  readonly ownership: 'whole' | 'entries';
}

/** Files that are wholly ours. */
export function wholeFiles(files: readonly Omit<OutputFile, 'ownership'>[]): readonly OutputFile[] {
  return files.map((file) => ({ ...file, ownership: 'whole' }));
}
