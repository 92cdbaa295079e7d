/** A file of a package (案卷包、报送包) by its path inside it, with `/` between folders. */
export type PackageFile = { readonly path: string; readonly content: Uint8Array }

/** A text file of a package, UTF-8 without a mark, lines ended by LF. */
export function textFile(path: string, text: string): PackageFile {
  return { path, content: new TextEncoder().encode(text) }
}

/** A JSON file of a package, indented so that people can read it. */
export function jsonFile(path: string, value: unknown): PackageFile {
  return textFile(path, `${JSON.stringify(value, null, 2)}\n`)
}

/** Bytes of all files together. */
export function totalBytes(files: readonly PackageFile[]): number {
  return files.reduce((sum, file) => sum + file.content.length, 0)
}
