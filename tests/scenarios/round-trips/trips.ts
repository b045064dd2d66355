import type { Article } from '#core/article/article.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { articleMarkdown } from '#core/export/targets/markdown/markdown.ts'
import { articleNewsml } from '#core/export/targets/newsml-g2/newsml-g2.ts'
import { articleNinjs } from '#core/export/targets/ninjs/ninjs.ts'
import { articleWxr } from '#core/export/targets/wxr/wxr.ts'
import { importDocx } from '#core/import/docx/docx.ts'
import { importHtml } from '#core/import/html/page.ts'
import type { ImportedArticle } from '#core/import/imported.ts'
import { importMarkdown } from '#core/import/markdown/markdown.ts'
import { importNewsml } from '#core/import/newsml-g2/newsml-g2.ts'
import { importNinjs } from '#core/import/ninjs/ninjs.ts'
import { importWxr } from '#core/import/wxr/wxr.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION } from '#tests/support/edition.ts'

const edition = EDITION
const images = (hash: string): string => `images/${hash.slice(0, 12)}.jpg`
const renditions = () => [{ name: 'original' as const, width: 800, height: 600, bytes: new Uint8Array(9) }]
const ids = () => ({ id: 'imported', newId: counter('in') })

function first(articles: readonly ImportedArticle[]): ImportedArticle {
  const [article] = articles
  if (article === undefined) throw new Error('no article came back')
  return article
}

function throughDocx(article: Article): ImportedArticle {
  const parts = docxParts(article, { edition, renditions })
  return importDocx(new Map(parts.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('utf8')])), ids())
}

/** Out and back through each format. */
export const TRIPS = {
  html: (article: Article) => importHtml(articleHtml(article, { images }), ids()),
  markdown: (article: Article) => importMarkdown(articleMarkdown(article, { edition, images }), ids()),
  docx: throughDocx,
  ninjs: (article: Article) =>
    importNinjs(JSON.parse(JSON.stringify(articleNinjs(article, { edition, renditions }))), ids()),
  'newsml-g2': (article: Article) => first(importNewsml(articleNewsml(article, { edition, images }), ids)),
  wxr: (article: Article) => first(importWxr(articleWxr(article, { edition, images }), ids)),
} satisfies Record<string, (article: Article) => ImportedArticle>
