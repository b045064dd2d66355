import type { Article } from '#core/article/article.ts'
import type { AnyBlock } from '#core/article/block.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { isContainer } from '#core/article/text-nodes.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import type { Review } from '#core/export/tracked/review.ts'
import { importDocx } from '#core/import/docx/docx.ts'
import type { ImportedArticle } from '#core/import/imported.ts'
import { counter } from './articles.ts'
import { EDITION } from './edition.ts'

/** Writes an article as a Word document, and reads that. */
export function throughWord(article: Article, review?: Review): ImportedArticle {
  const parts = docxParts(article, { edition: EDITION, renditions: () => [], review })
  const texts = parts.map(({ path, bytes }): [string, string] => [path, new TextDecoder().decode(bytes)])
  return importDocx(new Map(texts), { id: article.id, newId: counter('in') })
}

/** @returns the blocks of an article by their depth, with their fields and words, and without their ids. */
export function outlineOf(article: Article): string[] {
  const visit = (block: AnyBlock, depth: number): string[] => {
    const { id: _id, children, ...fields } = block
    const own = `${' '.repeat(depth)}${canonicalJson(fields)}`
    if (!isContainer(block)) return [`${own} ${canonicalJson(children)}`]
    return [own, ...block.children.flatMap((child) => visit(child, depth + 1))]
  }
  return article.document.flatMap((block) => visit(block, 0))
}
