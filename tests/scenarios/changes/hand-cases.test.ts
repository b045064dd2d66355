import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { factbox, head, list, newArticle, paragraph, quote, table } from '#core/article/factories.ts'
import { blockText } from '#core/article/plain-text.ts'
import { apply } from '#core/changes/apply.ts'
import { compute } from '#core/changes/compute.ts'
import { doubledWords } from '#core/changes/doubled-words.ts'
import { groups } from '#core/changes/groups.ts'
import { merge, settle } from '#core/changes/merge.ts'
import { counter } from '../../support/articles.ts'

const line = (id: string, text: string): Block => paragraph(() => id, text)
const article = (...blocks: Block[]): Article =>
  newArticle('a', () => 'h', [head('headline', () => 'h', 'عنوان'), ...blocks])
const body = ({ document }: Article): string[] => document.slice(1).map((block) => `${block.id}: ${blockText(block)}`)
const box = (id: string, title: string, ...texts: Block[]): Block => {
  const made = factbox(counter(`${id}.`), title, ['x'])
  return { ...made, id, children: [made.children[0], ...texts] } as Block
}
const merged = (base: Article, ours: Article, theirs: Article) => {
  const made = merge({ base, ours, theirs })
  return { ...made, body: body(made.article), clashes: made.clashes.length }
}

describe('a split and a join', () => {
  it('are one edit each, and the words between stay', () => {
    const one = article(line('p', 'قال الوزير أمس إن النفط ارتفع'))
    const two = article(line('p', 'قال الوزير أمس'), line('q', 'إن النفط ارتفع'))
    expect(compute(one, two)).toEqual([
      {
        kind: 'text',
        from: { line: 'text:p', at: 14 },
        to: { line: 'text:p', at: 15 },
        pieces: [{ block: { type: 'paragraph', id: 'q', dir: 'rtl' } }],
      },
    ])
    expect(compute(two, one)).toEqual([
      {
        kind: 'text',
        from: { line: 'text:p', at: 14 },
        to: { line: 'text:q', at: 0 },
        pieces: [{ text: ' ', attributes: {} }],
      },
    ])
  })
  it('are one edit each also when the words that were joined are split off again', () => {
    const base = article(line('p', 'قال الوزير أمس في بغداد مساء'), line('q', 'إن النفط ارتفع'))
    const split = article(line('p', 'قال الوزير'), line('r', 'أمس في بغداد مساء إن النفط ارتفع'))
    expect(compute(base, split)).toEqual([
      {
        kind: 'text',
        from: { line: 'text:p', at: 10 },
        to: { line: 'text:p', at: 11 },
        pieces: [{ block: { type: 'paragraph', id: 'r', dir: 'rtl' } }],
      },
      {
        kind: 'text',
        from: { line: 'text:p', at: 28 },
        to: { line: 'text:q', at: 0 },
        pieces: [{ text: ' ', attributes: {} }],
      },
    ])
    const joined = article(line('p', 'قال الوزير أمس في بغداد مساء إن النفط ارتفع'))
    expect(merged(base, joined, split)).toMatchObject({
      body: ['p: قال الوزير', 'r: أمس في بغداد مساء إن النفط ارتفع'],
      clashes: 0,
    })
  })
  it('beside an edit of the other side go into the right paragraph', () => {
    const base = article(line('p', 'قال الوزير أمس إن النفط ارتفع كثيرا'))
    const ours = article(line('p', 'قال الوزير أمس'), line('q', 'إن النفط ارتفع كثيرا'))
    const theirs = article(line('p', 'قال الوزير أمس إن النفط ارتفع قليلا'))
    expect(merged(base, ours, theirs)).toMatchObject({
      body: ['p: قال الوزير أمس', 'q: إن النفط ارتفع قليلا'],
      clashes: 0,
    })
  })
  it('at one place by both sides clash, and no text is doubled', () => {
    const base = article(line('p', 'قال الوزير أمس إن النفط ارتفع'))
    const ours = article(line('p', 'قال الوزير أمس'), line('q', 'إن النفط ارتفع'))
    const theirs = article(line('p', 'قال الوزير أمس'), line('r', 'إن النفط ارتفع'))
    const sides = { base, ours, theirs }
    const made = merge(sides)
    expect(body(made.article)).toEqual(['p: قال الوزير أمس إن النفط ارتفع'])
    expect(body(settle(sides, made, ['theirs']).article)).toEqual(['p: قال الوزير أمس', 'r: إن النفط ارتفع'])
  })
})

describe('a merge', () => {
  it('leaves two lists where they were when each side made a box of one and moved the other into it', () => {
    const bullets = (id: string): Block => ({ ...list(counter(`${id}.`), false, [`بند ${id}`]), id })
    const base = article(bullets('one'), bullets('two'))
    const ours = article(box('one', 'أ', bullets('two')))
    const theirs = article(box('two', 'ب', bullets('one')))
    const sides = { base, ours, theirs }
    const made = merge(sides)
    expect(body(made.article)).toEqual(body(base))
    expect(made.clashes).toHaveLength(1)
    expect(body(settle(sides, made, ['ours']).article)).toEqual(body(ours))
    expect(body(settle(sides, made, ['theirs']).article)).toEqual(body(theirs))
  })
  it('asks when one side takes a space and the other the word beside it: two words would become one', () => {
    const base = article(line('p', 'واحد اثنان، ثلاثة'))
    const ours = article(line('p', 'واحد، ثلاثة'))
    const theirs = article(line('p', 'واحد اثنان،ثلاثة'))
    expect(merged(base, ours, theirs)).toMatchObject({ body: ['p: واحد،ثلاثة'], clashes: 0 })
    const fused = article(line('p', 'واحد -ثلاثة'))
    expect(merged(article(line('p', 'واحد - ثلاثة')), fused, article(line('p', 'واحد ثلاثة')))).toMatchObject({
      body: ['p: واحد - ثلاثة'],
      clashes: 1,
    })
  })
  it('takes words that one side put beside a word that the other replaced, where a space divides them', () => {
    const base = article(line('p', 'ارتفع النفط كثيرا'))
    const theirs = article(line('p', 'ارتفع النفط قليلا'))
    const withOurs = (text: string) => merged(base, article(line('p', text)), theirs)
    expect(withOurs('ارتفع النفط كثيرا ج')).toMatchObject({ body: ['p: ارتفع النفط قليلا ج'], clashes: 0 })
    expect(withOurs('ارتفع النفط كثيرا ')).toMatchObject({ body: ['p: ارتفع النفط قليلا '], clashes: 0 })
    expect(withOurs('ارتفع النفط كثيرا.')).toMatchObject({ body: ['p: ارتفع النفط قليلا.'], clashes: 0 })
    expect(withOurs('ارتفع النفط أمس كثيرا')).toMatchObject({ body: ['p: ارتفع النفط أمس قليلا'], clashes: 0 })
    expect(withOurs('ارتفع النفط كثيراء')).toMatchObject({ body: ['p: ارتفع النفط كثيرا'], clashes: 1 })
    expect(withOurs('ارتفع النفط كثيرا-')).toMatchObject({ body: ['p: ارتفع النفط كثيرا'], clashes: 1 })
  })
  it('asks when both sides put words in at one place, and when one joins what the other puts a space into', () => {
    const base = article(line('p', 'ارتفع النفط'))
    const ours = article(line('p', 'ارتفع النفط أمس'))
    expect(merged(base, ours, article(line('p', 'ارتفع النفط قليلا'))).clashes).toBe(1)
    const joined = article(line('p', 'ارتفعالنفط'))
    expect(merged(base, article(line('p', 'ارتفع  النفط')), joined).clashes).toBe(1)
  })
  it('asks when one side adds a column and the other a row', () => {
    const rows = (texts: string[][]): Block => table(counter('t'), texts)
    const base = article(
      rows([
        ['أ', 'ب'],
        ['ج', 'د'],
      ]),
    )
    const wide = structuredClone(base)
    const tall = structuredClone(base)
    for (const row of (wide.document[1] as ReturnType<typeof table>).children)
      row.children.splice(1, 0, { ...line(`c-${row.id}`, 'خ'), type: 'table-cell' } as never)
    const grid = tall.document[1] as ReturnType<typeof table>
    grid.children.splice(1, 0, {
      ...(structuredClone(grid.children[0]) as (typeof grid.children)[0]),
      id: 'r',
      children: [
        { ...line('r1', 'هـ'), type: 'table-cell' },
        { ...line('r2', 'و'), type: 'table-cell' },
      ] as never,
    })
    expect(merged(base, wide, tall)).toMatchObject({ body: body(base), clashes: 1 })
  })
  it('keeps a paragraph that one side moved and the other wrote in', () => {
    const base = article(line('p', 'أول'), line('q', 'ثان'), line('r', 'ثالث'))
    const ours = article(line('r', 'ثالث'), line('p', 'أول'), line('q', 'ثان'))
    const theirs = article(line('p', 'أول'), line('q', 'ثان'), line('r', 'ثالث جديد'))
    expect(merged(base, ours, theirs)).toMatchObject({ body: ['r: ثالث جديد', 'p: أول', 'q: ثان'], clashes: 0 })
  })
  it('asks when one side removes a paragraph that the other wrote in, and has the words of both', () => {
    const base = article(line('p', 'أول'), line('q', 'ثان'))
    const sides = {
      ...{ base, ours: article(line('p', 'أول')) },
      theirs: article(line('p', 'أول'), line('q', 'ثان وثالث')),
    }
    const made = merge(sides)
    expect(body(made.article)).toEqual(['p: أول', 'q: ثان'])
    expect(made.clashes).toHaveLength(1)
    expect(body(settle(sides, made, ['ours']).article)).toEqual(['p: أول'])
    expect(body(settle(sides, made, ['theirs']).article)).toEqual(['p: أول', 'q: ثان وثالث'])
  })
  it('shows words that each side cut out and pasted to another place: they stand twice now', () => {
    const words = 'قال الوزير إن الأسعار سترتفع غدا'
    const base = article(line('p', `بدأ الاجتماع ظهرا. ${words}`), line('q', 'في بغداد.'), line('r', 'في أربيل.'))
    const ours = article(line('p', 'بدأ الاجتماع ظهرا.'), line('q', `في بغداد. ${words}`), line('r', 'في أربيل.'))
    const theirs = article(line('p', 'بدأ الاجتماع ظهرا.'), line('q', 'في بغداد.'), line('r', `في أربيل. ${words}`))
    const sides = { base, ours, theirs }
    const { article: now, clashes } = merge(sides)
    expect(body(now)).toEqual(['p: بدأ الاجتماع ظهرا.', `q: في بغداد. ${words}`, `r: في أربيل. ${words}`])
    expect(clashes).toEqual([])
    expect(doubledWords(now, sides)).toEqual([{ words, blocks: ['q', 'r'] }])
    // One side that writes words twice means it.
    expect(doubledWords(now, { base, ours: now, theirs: base })).toEqual([])
  })
  it('shows a short line that both sides added', () => {
    const base = article(line('p', 'أول'), line('q', 'ثان'))
    const ours = article(line('x', 'تابع التغطية الحية'), line('p', 'أول'), line('q', 'ثان'))
    const theirs = article(line('p', 'أول'), line('q', 'ثان'), line('y', 'تابع التغطية الحية'))
    const sides = { base, ours, theirs }
    expect(doubledWords(merge(sides).article, sides)).toEqual([{ words: 'تابع التغطية الحية', blocks: ['x', 'y'] }])
  })
  it('leaves an id that two blocks claim with the block that has it in the base, and says which was renamed', () => {
    const claiming = (text: string, id: string): Block => {
      const made = box('b', 'خلفية', line('b1', text))
      return { ...made, children: [{ ...made.children?.[0], id }, ...(made.children?.slice(1) ?? [])] } as Block
    }
    const base = article(claiming('سطر', 't'), line('p', 'أول'), line('q', 'ثان'))
    const ours = article(claiming('سطر', 'p'), line('q', 'ثان'))
    const theirs = article(claiming('سطر', 't'), line('p', 'أول وأكثر'), line('q', 'ثان'))
    const made = merge({ base, ours, theirs })
    expect(made.clashes).toHaveLength(1)
    expect(made.renamed).toEqual([{ from: 'p', to: expect.stringMatching(/^[0-9a-f]{21}$/u) }])
    expect(made.article.document[2]).toMatchObject({ id: 'p', children: [{ text: 'أول' }] })
    expect(merge({ base, ours: theirs, theirs: ours }).renamed).toEqual(made.renamed)
  })
  it('makes words that were written within new link words part of the link', () => {
    const base = article(line('p', 'زار الوزير مدينة البصرة أمس'))
    const ours = article({
      ...line('p', ''),
      children: [
        { text: 'زار ' },
        { type: 'link', url: 'https://example.org/', children: [{ text: 'الوزير مدينة البصرة' }] },
        { text: ' أمس' },
      ],
    } as Block)
    const theirs = article(line('p', 'زار الوزير السابق مدينة البصرة أمس'))
    const { article: now, clashes } = merge({ base, ours, theirs })
    expect(clashes).toEqual([])
    expect(now.document[1]?.children).toEqual([
      { text: 'زار ' },
      { type: 'link', url: 'https://example.org/', children: [{ text: 'الوزير السابق مدينة البصرة' }] },
      { text: ' أمس' },
    ])
  })
})

describe('a group', () => {
  it('is a quote with what moved out of it', () => {
    const q = quote(counter('q'), 'قول', 'قائل')
    const base = article(line('p', 'أول'), q)
    const inner = q.children[0] as Block
    const now = article(line('p', 'أول جديد'), inner)
    const all = groups(base, compute(base, now))
    expect(all.map((group) => group.map(({ kind }) => kind).toSorted())).toEqual([
      ['text'],
      ['move', 'remove', 'remove'],
    ])
    expect(body(apply(base, all[1] ?? [], counter('a')))).toEqual(['p: أول', `${inner.id}: قول`])
  })
  it('is words that were cut out, with the place at which they were pasted', () => {
    const words = 'قال الوزير إن الأسعار سترتفع غدا'
    const base = article(
      line('p', `بدأ الاجتماع ظهرا. ${words}`),
      line('q', words),
      line('r', 'في أربيل.'),
      line('s', 'ختام'),
    )
    const now = article(
      line('p', 'بدأ الاجتماع ظهرا.'),
      line('q', words),
      line('r', `في أربيل. ${words}`),
      line('s', 'نهاية'),
    )
    expect(groups(base, compute(base, now)).map((group) => group.length)).toEqual([2, 1])
    // Whoever edits them where they stood is asked, and does not get them twice.
    const theirs = article(line('p', `بدأ الاجتماع ظهرا. ${words} مساء`), ...base.document.slice(2))
    const sides = { base, ours: now, theirs }
    const made = merge(sides)
    expect(body(made.article)).toEqual([...body(base).slice(0, 3), 's: نهاية'])
    expect(made.clashes).toHaveLength(1)
    expect(body(settle(sides, made, ['theirs']).article)[0]).toBe(`p: بدأ الاجتماع ظهرا. ${words} مساء`)
  })
})
