import { describe, expect, it } from 'vitest'
import type { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { head, newArticle, paragraph } from '../article/factories.ts'
import { apply } from './apply.ts'
import { compute } from './compute.ts'

const newId = (): string => 'new'

function list(id: string, ...items: readonly string[]): Block {
  const children = items.map((text, index) => ({
    ...{ type: 'list-item' as const, id: `${id}-${index}`, dir: 'rtl' as const },
    children: [{ text }],
  }))
  return { type: 'list', id, dir: 'rtl', ordered: false, children }
}

const article = (...document: readonly Block[]): Article =>
  newArticle('a', newId, [head('headline', () => 'h', 'عنوان'), ...document])

const line = (id: string, text: string): Block => paragraph(() => id, text)

/** @returns the ids of the blocks at the top level that are other objects */
function others(base: Article, next: Article): string[] {
  const same = new Set<Block>(base.document)
  return next.document.filter((block) => !same.has(block)).map(({ id }) => id)
}

describe('apply', () => {
  const base = article(line('p1', 'أول'), list('l1', 'بند', 'ثان'), line('p2', 'آخر'), list('l2', 'ثالث', 'رابع'))
  const [, p1, l1, p2, l2] = base.document as [Block, Block, Block, Block, Block]

  it.each<[string, Article, string[]]>([
    ['words', article(line('p1', 'أول جديد'), l1, p2, l2), ['p1']],
    ['words in a list', article(p1, list('l1', 'بند', 'ثان جديد'), p2, l2), ['l1']],
    ['a new block', article(p1, line('p3', 'جديد'), l1, p2, l2), ['p3']],
    ['a block that moved', article(p2, p1, l1, l2), ['p2']],
    ['an item that is gone', article(p1, list('l1', 'بند'), p2, l2), ['l1']],
    ['a block that is gone', article(p1, l1, l2), []],
  ])('leaves all other blocks as they are after %s', (_name, next, changed) => {
    const made = apply(base, compute(base, next), newId)
    expect(made).toEqual(next)
    expect(others(base, made)).toEqual(changed)
  })
})
