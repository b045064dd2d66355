import { Node, type Editor } from 'slate'
import { articleSchema } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { newArticle } from '#core/article/factories.ts'
import { normaliseDocument } from '#core/article/normalise.ts'
import { counter } from './articles.ts'

/** @returns the laws of an article that a document breaks: the schema, the normal form, unique ids. */
export function brokenLaws(document: Block[]): string[] {
  const broken: string[] = []
  const article = newArticle('a', counter('n'), document)
  const parsed = articleSchema.safeParse(article)
  if (!parsed.success) broken.push(`schema: ${parsed.error.message}`)
  const normal = normaliseDocument(document, counter('normal'))
  if (JSON.stringify(normal) !== JSON.stringify(document)) {
    broken.push(`normalised differently:\n${JSON.stringify(normal)}\nfrom\n${JSON.stringify(document)}`)
  }
  const ids = [...Node.elements({ children: document } as Editor)].flatMap(([node]) => ('id' in node ? [node.id] : []))
  if (new Set(ids).size !== ids.length) broken.push('an id twice')
  return broken
}
