import type { Article } from '../../article/article.ts'
import type { HeadType } from '../../article/block.ts'
import { isTextBlock } from '../../article/text-nodes.ts'
import type { Words } from '../walk/words.ts'

const NOTHING: Words = { dir: 'rtl', children: [] }

/** @returns a field of the head with its direction; no words when the article has none. */
export function headWords(article: Article, type: HeadType): Words {
  const block = article.document.find((each) => each.type === type)
  return block !== undefined && isTextBlock(block) ? block : NOTHING
}
