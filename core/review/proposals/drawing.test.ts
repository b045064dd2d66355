import { describe as group, expect, it } from 'vitest'
import type { Article } from '../../article/article.ts'
import type { Block } from '../../article/block.ts'
import { head, list, newArticle, paragraph, table } from '../../article/factories.ts'
import { treeOf } from '../../changes/tree.ts'
import { describe } from './describe.ts'
import { draw, keyed, type Drawing } from './drawing.ts'
import { openOf } from './open.ts'

const line = (id: string, text: string): Block => paragraph(() => id, text)
const article = (...blocks: Block[]): Article =>
  newArticle('a', () => 'h', [head('headline', () => 'h', 'عنوان'), ...blocks])
const counter = (): (() => string) => {
  let count = 0
  return () => `i${(count += 1)}`
}

const partsOf = (live: Article, to: Article) => keyed('x', openOf(live, { base: live, head: to }).parts)
const drawn = (live: Article, to: Article, isBack = false): Drawing => draw(live, partsOf(live, to), isBack)
const described = (live: Article, to: Article) =>
  partsOf(live, to).map(({ part }) => describe(treeOf(live.document), part))

group('drawing', () => {
  it('strikes words that go, and draws words that come after them', () => {
    const { lines } = drawn(article(line('p', 'ارتفع النفط كثيرا')), article(line('p', 'ارتفع النفط قليلا')))
    expect(lines.get('p')).toEqual({
      ranges: [{ start: 12, end: 17, fate: 'goes', key: 'x/text:p/0' }],
      words: [{ at: 17, text: 'قليلا', fate: 'comes', key: 'x/text:p/0' }],
    })
  })
  it('draws words that follow each other and are all replaced as one phrase', () => {
    const { lines } = drawn(
      article(line('p', 'ارتفع النفط بشكل كبير أمس')),
      article(line('p', 'ارتفع النفط أكثر من 4% أمس')),
    )
    expect(lines.get('p')).toEqual({
      ranges: [{ start: 12, end: 21, fate: 'goes', key: 'x/text:p/0' }],
      words: [{ at: 21, text: 'أكثر من 4%', fate: 'comes', key: 'x/text:p/0' }],
    })
  })
  it('draws what was there before what was written, where the changes lead back', () => {
    const { lines } = drawn(article(line('p', 'ارتفع النفط قليلا')), article(line('p', 'ارتفع النفط كثيرا')), true)
    expect(lines.get('p')?.words).toEqual([{ at: 12, text: 'كثيرا', fate: 'comes', key: 'x/text:p/0' }])
  })
  it('draws a sign where a paragraph is split, and where two are joined', () => {
    const one = article(line('p', 'قال الوزير أمس إن النفط ارتفع'))
    const two = article(line('p', 'قال الوزير أمس'), line('q', 'إن النفط ارتفع'))
    expect(drawn(one, two).lines.get('p')).toEqual({
      ranges: [{ start: 14, end: 15, fate: 'goes', key: 'x/text:p/0' }],
      words: [{ at: 15, text: '¶', fate: 'comes', key: 'x/text:p/0' }],
    })
    const joined = drawn(two, one)
    expect(joined.lines.get('p')?.words).toEqual([{ at: 14, text: '¶', fate: 'goes', key: 'x/text:p/0' }])
    expect(joined.lines.get('q')?.words).toEqual([{ at: 0, text: ' ', fate: 'comes', key: 'x/text:p/0' }])
  })
  it('frames a block that moves, and draws whole blocks that come before the next one or at the end', () => {
    const base = article(line('p', 'أول'), line('q', 'ثان'), line('r', 'ثالث'))
    const now = article(line('n', 'جديد'), line('q', 'ثان'), line('r', 'ثالث'), line('p', 'أول'), line('m', 'أخير'))
    const { frames, blocks } = drawn(base, now)
    expect([...frames]).toEqual([['p', [{ fate: 'moves', key: 'x/text:p/0' }]]])
    expect([...blocks]).toEqual([
      ['p', [{ type: 'paragraph', text: 'جديد', dir: 'rtl', key: 'x/text:n/0' }]],
      ['', [{ type: 'paragraph', text: 'أخير', dir: 'rtl', key: 'x/text:m/0' }]],
    ])
  })
  it('strikes a block that goes with all its words', () => {
    const { lines, frames } = drawn(article(line('p', 'أول'), line('q', 'ثان')), article(line('p', 'أول')))
    expect(lines.get('q')?.ranges).toEqual([{ start: 0, end: 3, fate: 'goes', key: 'x/text:q/0' }])
    expect(frames.get('q')).toEqual([{ fate: 'goes', key: 'x/text:q/0' }])
  })
  it('draws a new item of a list at the end of the one before it: a list has room for its own blocks only', () => {
    const items = list(counter(), false, ['أ', 'ب'])
    const more = structuredClone(items)
    more.children.splice(1, 0, { ...(structuredClone(more.children[0]) as (typeof more.children)[0]), id: 'n' })
    const { lines } = drawn(article(items), article(more))
    expect(lines.get(items.children[0]?.id ?? '')?.words).toEqual([
      { at: 1, text: '¶ أ', fate: 'comes', key: 'x/text:n/0' },
    ])
  })
  it('draws a new row of a table in the last cell before it', () => {
    const grid = table(counter(), [['أ', 'ب']])
    const more = structuredClone(grid)
    const [row] = structuredClone(more.children)
    if (row === undefined) throw new Error('no row')
    row.id = 'n'
    for (const [index, cell] of row.children.entries()) cell.id = `n${index}`
    more.children.push(row)
    const { lines } = drawn(article(grid), article(more))
    expect(lines.get(grid.children[0]?.children[1]?.id ?? '')?.words.map(({ text }) => text)).toEqual(['¶ أ\tب'])
  })
})

group('describing', () => {
  it('reads neighbouring words that were replaced as one phrase', () => {
    expect(
      described(article(line('p', 'زار الوزير مدينة البصرة أمس')), article(line('p', 'زار الرئيس محافظة نينوى أمس'))),
    ).toEqual([
      {
        ...{ removed: 'الوزير مدينة البصرة', added: 'الرئيس محافظة نينوى', acts: [], aspects: [], fields: [] },
        ...{ type: 'paragraph', block: 'p' },
      },
    ])
  })
  it('names a paragraph that becomes a list as another kind alone, and the way back too', () => {
    const base = article(line('p', 'أول'))
    const ids = ['l', 'p']
    const now = article(list(() => ids.shift() ?? '', false, ['أول']))
    for (const [one, other] of [
      [base, now],
      [now, base],
    ] as const)
      expect(described(one, other).map(({ acts, aspects }) => [acts, aspects])).toEqual([[[], ['kind']]])
  })
  it('stands an inserted block at the one after it, at the end at the one before', () => {
    const base = article(line('p', 'أول'), line('q', 'ثان'))
    const now = article(line('p', 'أول'), line('n', 'جديد'), line('q', 'ثان'), line('m', 'أخير'))
    expect(described(base, now).map(({ block, acts }) => [block, acts])).toEqual([
      ['q', ['inserted']],
      ['q', ['inserted']],
    ])
  })
  it('names splits, moves, removals and details', () => {
    const base = article(line('p', 'قال الوزير أمس إن النفط ارتفع'), line('q', 'ثان'), line('r', 'ثالث'))
    const now = article(line('r', 'ثالث'), line('p', 'قال الوزير أمس'), line('s', 'إن النفط ارتفع'))
    const changed = { ...now, metadata: { ...now.metadata, section: 'اقتصاد' } }
    expect(described(base, changed).map(({ acts, aspects, fields }) => [acts, aspects, fields])).toEqual([
      [[], [], ['section']],
      [[], ['split'], []],
      [['removed'], [], []],
      [['moved'], [], []],
    ])
  })
})
