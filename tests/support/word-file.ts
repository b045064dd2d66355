import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importDocx } from '#core/import/docx/docx.ts'
import type { ImportedArticle } from '#core/import/imported.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { counter } from './articles.ts'

/** @returns the XML parts of a Word document. */
export async function wordParts(bytes: Uint8Array): Promise<Map<string, string>> {
  const { files } = await readZip(bytes, { isForeign: true })
  return new Map(
    [...files].flatMap(([path, data]): [string, string][] =>
      data !== null && /\.(?:xml|rels)$/u.test(path) ? [[path, new TextDecoder().decode(data)]] : [],
    ),
  )
}

/** Reads a Word document. */
export async function readWord(bytes: Uint8Array): Promise<ImportedArticle> {
  return importDocx(await wordParts(bytes), { id: 'a', newId: counter('w') })
}

const FOLDER = join(import.meta.dirname, '../fixtures/word-review')

/** @returns a file of `tests/fixtures/word-review`. */
export function wordFixture(name: string): Uint8Array {
  return readFileSync(join(FOLDER, name))
}
