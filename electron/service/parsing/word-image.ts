import type { Article } from '#core/article/article.ts'
import { NO_HOUSE, type Edition } from '#core/export/edition.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { importDocx } from '#core/import/docx/docx.ts'

/** Nothing of it is in the text. */
const EDITION: Edition = {
  ...{
    version: 1,
    action: 'publish',
    draft: false,
    embargoed: false,
    at: '2000-01-01T00:00:00Z',
    note: '',
    house: NO_HOUSE,
  },
}

/** @returns an article as it comes back from Word when nobody changes it: without what a Word document cannot hold. */
export function wordImage(article: Article): Article {
  const renditions = () => [{ name: 'original' as const, width: 1, height: 1, bytes: new Uint8Array() }]
  const parts = docxParts(article, { edition: EDITION, renditions })
  const texts = parts
    .filter(({ path }) => /\.(?:xml|rels)$/u.test(path))
    .map(({ path, bytes }): [string, string] => [path, Buffer.from(bytes).toString('utf8')])
  let count = 0
  return importDocx(new Map(texts), { id: article.id, newId: () => `image ${(count += 1)}` }).article
}
