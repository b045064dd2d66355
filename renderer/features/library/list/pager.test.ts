import { describe, expect, it } from 'vitest'
import { createPager, type Listing } from './pager.ts'
import { EVERYTHING, type Question, type Row } from '../question.ts'

const row = (id: string): Row => ({
  ...{ id, headline: id, deck: '', state: 'draft', author: 'سعاد', section: '', words: 1, hasImage: false },
  ...{ picture: '', opening: '', urgency: null, createdAt: '2026-11-24T07:00:00.000Z' },
  ...{
    updatedAt: '2026-11-24T08:00:00.000Z',
    ...{ openThreads: 0, openProposals: 0, isDamaged: false },
    standing: { places: [], isLive: false, embargo: null },
    ...{ assignment: { assignee: '', deadline: null, instruction: '' }, scheduled: [], isUnread: false },
  },
})

type Asked = { search: string; offset: number; limit: number; answer: () => Promise<void>; fail: () => Promise<void> }

/** A pager over a store of rows whose answers the test releases. */
function setUp(store: string[], known: Listing | null = null) {
  const asked: Asked[] = []
  const shown: Listing[] = []
  const errors: unknown[] = []
  const pager = createPager(
    ({ search }, offset, limit) => {
      const { promise, resolve, reject } = Promise.withResolvers<never>()
      const settled = async (): Promise<void> => {
        await promise.catch(() => {})
      }
      asked.push({
        ...{ search, offset, limit },
        answer() {
          const rows = store.slice(offset, offset + limit).map(row)
          resolve({ rows, total: store.length, counts: {}, isMore: false } as never)
          return settled()
        },
        fail() {
          reject(new Error('no'))
          return settled()
        },
      })
      return promise
    },
    (listing, error) => {
      if (listing !== null) shown.push(listing)
      errors.push(error)
    },
    known,
  )
  pager.open()
  return {
    pager,
    asked,
    shown,
    errors,
    wishes: () => asked.map(({ search, offset, limit }) => [search, offset, limit]),
  }
}

const words = (search: string): Question => ({ ...EVERYTHING, search })
const many = (count: number): string[] => Array.from({ length: count }, (_each, index) => `a${index}`)

describe('the pager', () => {
  it('fetches the pages of a range, each once, and the newest range first', async () => {
    const { pager, asked, shown, wishes } = setUp(many(1000))
    pager.ask(EVERYTHING)
    await asked[0]?.answer()
    expect(shown.at(-1)).toMatchObject({ total: 1000, edition: 1 })
    pager.setRange(0, 20)
    expect(wishes()).toEqual([['', 0, 60]])
    pager.setRange(300, 310)
    pager.setRange(500, 510)
    pager.setRange(955, 965)
    await asked[1]?.answer()
    await asked[2]?.answer()
    await asked[3]?.answer()
    expect(wishes()).toEqual([
      ['', 0, 60],
      ['', 300, 60],
      ['', 900, 60],
      ['', 960, 60],
    ])
    expect(shown.at(-1)?.rows.get(965)?.id).toBe('a965')
    expect(shown.at(-1)?.rows.get(0)?.id).toBe('a0')
    expect(shown.at(-1)?.edition).toBe(1)
  })

  it('shows the last listing until the next question is answered, and drops outdated answers', async () => {
    const { pager, asked, shown, wishes } = setUp(many(3))
    pager.ask(words('ا'))
    pager.ask(words('اح'))
    pager.ask(words('احم'))
    await asked[0]?.answer()
    expect(shown).toEqual([])
    await asked[1]?.answer()
    expect(wishes().map(([search]) => search)).toEqual(['ا', 'احم'])
    expect(shown.map(({ question }) => question.search)).toEqual(['احم'])
  })

  it('reloads the range after a change, and drops all other rows', async () => {
    const store = many(1000)
    const { pager, asked, shown, wishes } = setUp(store)
    pager.ask(EVERYTHING)
    await asked[0]?.answer()
    pager.setRange(110, 130)
    await asked[1]?.answer()
    await asked[2]?.answer()
    store.unshift('new')
    pager.refresh()
    await asked[3]?.answer()
    expect(wishes().at(-1)).toEqual(['', 60, 120])
    expect(shown.at(-1)).toMatchObject({ total: 1001, edition: 2 })
    expect(shown.at(-1)?.rows.get(120)?.id).toBe('a119')
    expect(shown.at(-1)?.rows.has(0)).toBe(false)
  })

  it('loads the active row again too, which keeps the focus out of sight', async () => {
    const { pager, asked, shown, wishes } = setUp(many(1000))
    pager.ask(EVERYTHING)
    await asked[0]?.answer()
    pager.setRange(500, 510, 1)
    await asked[1]?.answer()
    pager.refresh()
    await asked[2]?.answer()
    await asked[3]?.answer()
    expect(wishes().slice(2)).toEqual([
      ['', 480, 60],
      ['', 0, 60],
    ])
    expect(shown.at(-1)?.rows.get(1)?.id).toBe('a1')
    expect(shown.at(-1)?.rows.get(505)?.id).toBe('a505')
  })

  it('drops a page that was requested before a change, and requests it again', async () => {
    const store = many(200)
    const { pager, asked, shown } = setUp(store)
    pager.ask(EVERYTHING)
    await asked[0]?.answer()
    pager.setRange(100, 110)
    store.unshift('new')
    pager.refresh()
    await asked[1]?.answer()
    expect(shown).toHaveLength(1)
    await asked[2]?.answer()
    expect(shown.at(-1)?.rows.get(100)?.id).toBe('a99')
  })

  it('shows a known listing at once, and reloads its range', async () => {
    const known: Listing = {
      ...{ question: EVERYTHING, total: 500, counts: {}, isMore: false, edition: 7 },
      rows: new Map([[0, row('old')]]),
    }
    const { pager, asked, shown, wishes } = setUp(many(400), known)
    pager.ask(EVERYTHING)
    pager.setRange(450, 460)
    await asked[0]?.answer()
    await asked[1]?.answer()
    expect(wishes()).toEqual([
      ['', 0, 60],
      ['', 360, 60],
    ])
    expect(shown.at(-1)).toMatchObject({ total: 400, edition: 8 })
  })

  it('reloads a listing whose reload was dropped while another question was asked for a moment', async () => {
    const store = many(1)
    const { pager, asked, shown } = setUp(store)
    pager.ask(words('ا'))
    await asked[0]?.answer()
    store.unshift('new')
    pager.refresh()
    pager.ask(words('ب'))
    await asked[1]?.answer()
    pager.ask(words('ا'))
    await asked[2]?.answer()
    await asked[3]?.answer()
    expect(shown.at(-1)).toMatchObject({ total: 2, question: { search: 'ا' } })
  })

  it('reports an error, keeps the listing, and retries on request', async () => {
    const { pager, asked, errors, shown } = setUp(many(3))
    pager.ask(EVERYTHING)
    await asked[0]?.fail()
    expect(errors).toEqual([new Error('no')])
    expect(asked).toHaveLength(1)
    pager.refresh()
    await asked[1]?.answer()
    expect(errors.at(-1)).toBeNull()
    expect(shown.at(-1)?.total).toBe(3)
  })

  it('does not request a missing row for ever', async () => {
    const { pager, asked, wishes } = setUp([])
    pager.ask(EVERYTHING)
    await asked[0]?.answer()
    pager.setRange(0, 10)
    pager.setRange(0, 10)
    expect(wishes()).toEqual([['', 0, 60]])
  })
})
