import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { figure, paragraph } from '#core/article/factories.ts'
import { joinTexts, proposalsOfClashes } from '#core/newsroom/handover/join-texts.ts'
import { machine, writeAt, type Machine } from '#tests/support/handing.ts'
import { png } from '#tests/support/pictures.ts'
import { EDITOR, REPORTER } from '#tests/support/service.ts'

const LINES = ['هدنة في الجنوب', 'اتفق الطرفان أمس.', 'تبدأ الهدنة غدًا.', 'قال الوزير إنها دائمة.']

/** @returns the laptop and the desk; the laptop has an article of four lines. */
async function laptopAndDesk(): Promise<{ laptop: Machine; desk: Machine; id: string }> {
  const [laptop, desk] = [await machine(REPORTER), await machine(EDITOR, 24 * 60)]
  const { id } = await laptop.call('articles.create', {})
  await laptop.edit(id, (article) => withLines(article, LINES))
  return { laptop, desk, id }
}

function withLines(article: Article, [head = '', ...lines]: readonly string[]): Article {
  let count = 0
  const [first] = article.document
  const headline = { ...first, children: [{ text: head }] } as typeof first
  const body = lines.map((text) => paragraph(() => `line${(count += 1)}`, text))
  return { ...article, document: [...(headline === undefined ? [] : [headline]), ...body] }
}

const textOf = async (one: Machine, id: string): Promise<string[]> => (await one.text(id)).filter((line) => line !== '')

describe('a hand-over', () => {
  it('brings a whole article to another machine, and says who gave it', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await laptop.call('review.move', { id, to: 'submitted', note: 'للمراجعة' })
    await comment(laptop, id, 'راجع الرقم')
    const file = await laptop.give(id)
    expect(await desk.look(file)).toMatchObject({
      ...{ id, headline: LINES[0], effect: 'new', state: 'submitted', wasEncrypted: false },
      sender: { name: 'سعاد', knownAs: null },
    })
    expect((await desk.call('articles.list', {})).rows).toEqual([])
    await desk.take(file)
    expect(await textOf(desk, id)).toEqual(LINES)
    expect(await desk.audit(id)).toEqual(await laptop.audit(id))
    expect((await desk.audit(id)).at(-1)).toMatchObject({ action: 'handed-over', by: 'سعاد' })
    expect(await desk.call('threads.list', { id })).toEqual(await laptop.call('threads.list', { id }))
  })

  it('that comes back goes on from what is here, and the same file does nothing again', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await desk.take(await laptop.give(id))
    await desk.edit(id, writeAt(1, 'اتفق الطرفان مساء أمس.'))
    await comment(desk, id, 'من أين الخبر؟')
    const file = await desk.give(id)
    expect(await laptop.take(file)).toMatchObject({ effect: 'forward', clashes: 0 })
    expect(await textOf(laptop, id)).toEqual([LINES[0], 'اتفق الطرفان مساء أمس.', LINES[2], LINES[3]])
    expect(await laptop.audit(id)).toEqual(await desk.audit(id))
    const before = await allOf(laptop, id)
    expect(await laptop.take(file)).toMatchObject({ effect: 'nothing' })
    expect(await allOf(laptop, id)).toEqual(before)
  })

  it('merges what both sides wrote in different places, and the audit says where they met', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await desk.take(await laptop.give(id))
    await laptop.edit(id, writeAt(3, 'قال الوزير إنها هدنة دائمة.'))
    await desk.edit(id, writeAt(0, 'هدنة تبدأ غدًا في الجنوب'))
    const file = await laptop.give(id)
    expect(await desk.look(file)).toMatchObject({ effect: 'merge', clashes: 0 })
    await desk.take(file)
    const merged = ['هدنة تبدأ غدًا في الجنوب', LINES[1], LINES[2], 'قال الوزير إنها هدنة دائمة.']
    expect(await textOf(desk, id)).toEqual(merged)
    const { events } = await desk.call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'merged', by: 'كريم' })
    await laptop.take(await desk.give(id))
    expect(await textOf(laptop, id)).toEqual(merged)
    expect(await laptop.audit(id)).toEqual(await desk.audit(id))
    // What came from elsewhere stands in the journal of each store.
    for (const { call } of [laptop, desk])
      // oxlint-disable-next-line no-await-in-loop -- one store after the other
      expect(await call('store.check', {})).toMatchObject({ audit: { found: 0, events: 5 } })
  })

  it('is refused where both changed the same words, until somebody says what becomes of them', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await desk.take(await laptop.give(id))
    await laptop.edit(id, writeAt(2, 'تبدأ الهدنة بعد غد.'))
    await desk.edit(id, writeAt(2, 'تبدأ الهدنة فجرًا.'))
    const file = await laptop.give(id)
    const before = await allOf(desk, id)
    await expect(desk.take(file)).rejects.toMatchObject({ code: 'handover-clash', params: { count: '1' } })
    expect(await allOf(desk, id)).toEqual(before)
    await desk.take(file, 'propose')
    expect(await textOf(desk, id)).toEqual(LINES)
    expect(await proposedBy(desk, id)).toEqual([
      ['سعاد', 'تبدأ الهدنة بعد غد.'],
      ['كريم', 'تبدأ الهدنة فجرًا.'],
    ])
  })

  it('two machines that meet in the same way have the same text and proposals', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await desk.take(await laptop.give(id))
    await laptop.edit(id, writeAt(2, 'تبدأ الهدنة بعد غد.'))
    await desk.edit(id, writeAt(2, 'تبدأ الهدنة فجرًا.'))
    const [toDesk, toLaptop] = [await laptop.give(id), await desk.give(id)]
    await desk.take(toDesk, 'propose')
    await laptop.take(toLaptop, 'propose')
    await desk.take(await laptop.give(id), 'propose')
    await laptop.take(await desk.give(id), 'propose')
    expect(await textOf(laptop, id)).toEqual(LINES)
    expect(await proposedBy(laptop, id)).toEqual(await proposedBy(desk, id))
    expect((await desk.call('proposals.list', { id })).proposals).toHaveLength(2)
  })

  it('does not make a proposal of a clash anew that is here already', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await desk.take(await laptop.give(id))
    const { article: base } = await desk.call('articles.get', { id })
    const [ours, theirs] = [writeAt(2, 'تبدأ الهدنة فجرًا.')(base), writeAt(2, 'تبدأ الهدنة بعد غد.')(base)]
    const joined = joinTexts(base, ours, theirs)
    const [made] = proposalsOfClashes(joined)
    if (made === undefined) throw new Error('Nothing clashes')
    await desk.call('proposals.add', { id, proposalId: made.id, by: 'منى', note: 'من قبل', base, head: made.head })
    await laptop.edit(id, () => theirs)
    await desk.edit(id, () => ours)
    await desk.take(await laptop.give(id), 'propose')
    const { proposals } = await desk.call('proposals.list', { id })
    expect(proposals.map(({ by, note }) => [by, note])).toContainEqual(['منى', 'من قبل'])
    expect(proposals).toHaveLength(2)
  })

  it('keeps what an editor decided while the reporter went on', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await laptop.call('review.move', { id, to: 'submitted' })
    await desk.take(await laptop.give(id))
    await laptop.call('review.move', { id, to: 'draft' })
    await desk.call('review.move', { id, to: 'returned', note: 'أضف مصدرًا' })
    expect(await desk.take(await laptop.give(id))).toMatchObject({
      effect: 'merge',
      state: 'returned',
      decisions: null,
    })
    expect((await desk.call('articles.get', { id })).state).toBe('returned')
  })

  it('an approval holds for the text that was approved alone', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    await laptop.call('review.move', { id, to: 'submitted' })
    await desk.take(await laptop.give(id))
    await laptop.call('review.move', { id, to: 'draft' })
    await laptop.edit(id, writeAt(3, 'قال الوزير إنها مؤقتة.'))
    await desk.call('review.move', { id, to: 'approved' })
    expect(await desk.take(await laptop.give(id))).toMatchObject({ effect: 'merge', state: 'draft' })
  })

  it('brings the pictures, and is taken in whole or not at all', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    const { asset } = await laptop.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    const shown = figure(() => 'figure', { asset, caption: 'الجنوب' })
    await laptop.edit(id, (article) => ({ ...article, document: [...article.document, shown] }))
    const file = await laptop.give(id)
    // The last statement of the transaction fails.
    desk.store.db.run("CREATE TRIGGER full BEFORE INSERT ON handovers BEGIN SELECT RAISE(ABORT, 'no space'); END")
    await expect(desk.take(file)).rejects.toMatchObject({ code: 'internal' })
    desk.store.db.run('DROP TRIGGER full')
    expect((await desk.call('articles.list', {})).rows).toEqual([])
    expect(desk.store.db.all('SELECT 1 FROM revisions UNION ALL SELECT 1 FROM events')).toEqual([])
    await desk.take(file)
    expect((await desk.call('assets.read', { hash: asset.hash })).bytes).toBe(png(4, 4).toString('base64'))
  })

  it('keeps what the desk decided on a proposal while its author went on, and no word is lost', async () => {
    const { laptop, desk, id } = await laptopAndDesk()
    const { article } = await laptop.call('articles.get', { id })
    const base = { ...article, document: [...article.document] }
    const proposal = { id, proposalId: 'p1', base, note: '' }
    await laptop.call('proposals.save', {
      ...proposal,
      head: writeAt(1, 'اتفق الوفدان أمس.')(base),
      baseSaveNumber: null,
    })
    await desk.take(await laptop.give(id))
    await laptop.call('proposals.save', {
      ...{
        ...proposal,
        head: writeAt(2, 'تبدأ الهدنة فجرًا.')(writeAt(1, 'اتفق الوفدان أمس.')(base)),
        baseSaveNumber: 0,
      },
    })
    const { proposals } = await desk.call('proposals.list', { id })
    const { saveNumber } = await desk.call('articles.open', { id })
    await desk.call('articles.save', {
      ...{ article: base, baseSaveNumber: saveNumber, caret: null },
      proposals: [
        {
          ...{ id: 'p1', base, head: base, baseSaveNumber: proposals[0]?.saveNumber ?? -1 },
          decisions: [{ decision: 'rejected', removed: 'الطرفان', added: 'الوفدان' }],
        },
      ],
    })
    await desk.call('articles.close', { id })
    await desk.take(await laptop.give(id))
    expect(await proposedBy(desk, id)).toEqual([
      ['سعاد', 'اتفق الوفدان أمس.'],
      ['سعاد', 'تبدأ الهدنة فجرًا.'],
    ])
    await laptop.take(await desk.give(id))
    expect(await laptop.call('proposals.list', { id })).toEqual(await desk.call('proposals.list', { id }))
  })
})

async function comment({ call }: Machine, id: string, text: string): Promise<void> {
  const { saveNumber } = await call('articles.get', { id })
  await call('threads.begin', { id, text, anchor: { on: 'article' }, saveNumber })
}

/** @returns the lines that open proposals change, with whose they are, sorted. */
async function proposedBy(one: Machine, id: string): Promise<string[][]> {
  const { proposals } = await one.call('proposals.list', { id })
  const lines = ({ document }: Article): string[] => document.map((block) => JSON.stringify(block))
  return proposals
    .flatMap(({ by, base, head }) => {
      const before = new Set(lines(base))
      return head.document
        .filter((block) => !before.has(JSON.stringify(block)))
        .map((block) => [
          by,
          'children' in block ? block.children.map((each) => ('text' in each ? each.text : '')).join('') : '',
        ])
    })
    .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

/** @returns all that a store says of an article. */
async function allOf({ call }: Machine, id: string): Promise<unknown> {
  return [
    await call('articles.get', { id }),
    await call('review.history', { id }),
    await call('history.points', { id }),
    await call('threads.list', { id }),
    await call('proposals.list', { id }),
  ]
}
