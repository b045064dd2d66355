import type { CallOutput } from '#core/contract/contract.ts'
import { questionKey, type Question, type Row } from '../question.ts'

type Answer = CallOutput<'articles.list'>
type Fetch = (question: Question, offset: number, limit: number) => Promise<Answer>

/** What is loaded of the answer to a question: the number of rows, and the rows by position. */
export type Listing = Pick<Answer, 'total' | 'counts' | 'isMore'> & {
  question: Question
  rows: ReadonlyMap<number, Row>
  /** Incremented when rows may have changed position. */
  edition: number
}

export type Pager = {
  /** Asks another question. The last listing is shown until the answer arrives. */
  ask: (question: Question) => void
  /** Sets the range of rows to load, and the active row: it keeps the focus where it is out of sight. */
  setRange: (first: number, last: number, active?: number) => void
  /** Reloads the range, after a change in the store. */
  refresh: () => void
  /** Nothing is fetched or shown before `open` and after `close`. */
  open: () => void
  close: () => void
}

/** Rows per call: a few windows full. */
const PAGE = 60
/** The contract's limit for one call. */
export const MAX_ROWS = 500

/** @returns the whole numbers from one to another. */
function indexes(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, offset) => first + offset)
}

/**
 * Fetches the rows of the library as they are needed, one call at a time, so that the newest range is always next.
 * @param show gets the listing as it grows, or the error
 * @param known an earlier listing that is on the screen already; it is reloaded
 */
export function createPager(
  fetchRows: Fetch,
  show: (listing: Listing | null, error: unknown) => void,
  known: Listing | null,
): Pager {
  let question = known?.question ?? null
  let listing = known
  let isStale = known !== null
  let isBusy = false
  let isOpen = false
  let range = { first: 0, last: 0, active: 0 }
  /** The pages requested in this edition. */
  const asked = new Set<number>()

  const isNew = (): boolean =>
    listing === null || question === null || questionKey(listing.question) !== questionKey(question)

  /** @returns the next rows to fetch, or null. `isReload` replaces all loaded rows. */
  const next = (): { offset: number; limit: number; isReload: boolean } | null => {
    if (listing === null || isNew()) return { offset: 0, limit: PAGE, isReload: true }
    const last = Math.min(range.last, listing.total - 1)
    const first = Math.max(0, Math.min(range.first, last))
    if (isStale) {
      const offset = Math.floor(first / PAGE) * PAGE
      return {
        offset,
        limit: Math.min(MAX_ROWS, (Math.floor(last / PAGE) + 1) * PAGE - offset || PAGE),
        isReload: true,
      }
    }
    const active = Math.max(0, Math.min(range.active, listing.total - 1))
    for (const index of [...indexes(first, last), ...(listing.total === 0 ? [] : [active])]) {
      const page = Math.floor(index / PAGE)
      if (!listing.rows.has(index) && !asked.has(page)) return { offset: page * PAGE, limit: PAGE, isReload: false }
    }
    return null
  }

  const fetchNext = (): void => {
    const wanted = question === null || isBusy || !isOpen ? null : next()
    if (wanted === null || question === null) return
    const { offset, limit, isReload } = wanted
    const mine = question
    if (isReload) {
      asked.clear()
      isStale = false
    }
    const page = Math.floor(offset / PAGE)
    asked.add(page)
    isBusy = true
    const end = (): void => {
      isBusy = false
    }
    fetchRows(mine, offset, limit).then(
      (answer) => {
        end()
        // Drop an answer if the question or the store changed meanwhile. A dropped reload is still due: the question may be the
        // one before again, whose listing is shown.
        if (mine === question && (isReload || !isStale)) receive(mine, answer, offset, isReload)
        else if (isReload) isStale = true
        fetchNext()
      },
      (error: unknown) => {
        end()
        asked.delete(page)
        if (isReload) isStale = true
        if (mine !== question) fetchNext()
        else if (isOpen) show(listing, error)
      },
    )
  }

  const receive = (
    mine: Question,
    { rows, total, counts, isMore }: Answer,
    offset: number,
    isReload: boolean,
  ): void => {
    const placed = rows.map((row, index) => [offset + index, row] as const)
    listing = {
      ...{ question: mine, total, counts, isMore },
      rows: new Map(isReload ? placed : [...(listing?.rows ?? []), ...placed]),
      edition: (listing?.edition ?? 0) + (isReload ? 1 : 0),
    }
    if (isOpen) show(listing, null)
  }

  return {
    ask(another) {
      if (question !== null && questionKey(question) === questionKey(another)) return
      question = another
      range = { first: 0, last: 0, active: 0 }
      fetchNext()
    },
    setRange(first, last, active = first) {
      range = { first, last, active }
      fetchNext()
    },
    refresh() {
      isStale = true
      fetchNext()
    },
    open() {
      isOpen = true
      fetchNext()
    },
    close() {
      isOpen = false
    },
  }
}
