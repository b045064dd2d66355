import type { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { isContainerType } from '../article/block-types.ts'
import type { NewId } from '../article/factories.ts'
import type { Ids } from './imported.ts'

type AnyBlock = { type: string; id: string; children: readonly unknown[] }

function copied<B extends AnyBlock>(block: B, newId: NewId): B {
  const children = isContainerType(block.type)
    ? block.children.map((child) => copied(child as AnyBlock, newId))
    : block.children
  return { ...block, id: newId(), children }
}

/** @returns a copy of an article with new ids for itself and for every block. */
export function copyOf(article: Article, { id, newId }: Ids): Article {
  return { ...article, id, document: article.document.map((block): Block => copied(block, newId)) }
}
