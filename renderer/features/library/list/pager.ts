import type { CallOutput } from '#core/contract/contract.ts'
import { questionKey, type Question, type Row } from '../question.ts'

type Answer = CallOutput<'articles.list'>
type Fetch = (question: Question, offset: number, limit: number) => Promise<Answer>

/** What is known of the answer to a question: how many rows there are, and those that were looked at, by their places. */
export type Listing = Pick<Answer, 'total' | 'counts' | 'isMore'> & {
  question: Question
  rows: ReadonlyMap<number, Row>
  /** Goes up when rows may have come to other places. */
  edition: number
}

export type Pager = {
  /** Puts another question; what is shown stays until its answer is there. */
  ask: (question: Question) => void
  /** Says which rows are in sight, the first and the last. */
  look: (first: number, last: number) => void
  /** Asks for what is in sight once more: something has changed. */
  refresh: () => void
  /** Nothing is fetched nor shown before it is opened, and after it is closed. */
  open: () => void
  close: () => void
}

/** Rows that are fetched at once: some windows full. */
const PAGE = 60
/** As many as one call may fetch. */
const MOST = 500

/**
 * Fetches the rows of the library as they come into sight, one call at a time, so that the newest wish is the next.
 * @param show gets a listing as it grows, or why it cannot.
 * @param known a listing of before, shown already; it is asked for once more.
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
  let sight = { first: 0, last: 0 }
  /** The pages that were asked for since the last edition. */
  const asked = new Set<number>()

  const isNew = (): boolean =>
    listing === null || question === null || questionKey(listing.question) !== questionKey(question)

  /** What is to be fetched next, or null. `isAnew`: in place of all that is known. */
  const next = (): { offset: number; limit: number; isAnew: boolean } | null => {
    if (listing === null || isNew()) return { offset: 0, limit: PAGE, isAnew: true }
    const last = Math.min(sight.last, listing.total - 1)
    const first = Math.max(0, Math.min(sight.first, last))
    if (isStale) {
      const offset = Math.floor(first / PAGE) * PAGE
      return { offset, limit: Math.min(MOST, (Math.floor(last / PAGE) + 1) * PAGE - offset || PAGE), isAnew: true }
    }
    for (let index = first; index <= last; index += 1) {
      const page = Math.floor(index / PAGE)
      if (!listing.rows.has(index) && !asked.has(page)) return { offset: page * PAGE, limit: PAGE, isAnew: false }
    }
    return null
  }

  const pump = (): void => {
    const wanted = question === null || isBusy || !isOpen ? null : next()
    if (wanted === null || question === null) return
    const { offset, limit, isAnew } = wanted
    const mine = question
    if (isAnew) {
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
        // An answer that was overtaken by another question, or by a change, must not replace what comes after it.
        if (mine === question && (isAnew || !isStale)) take(mine, answer, offset, isAnew)
        pump()
      },
      (error: unknown) => {
        end()
        asked.delete(page)
        if (isAnew) isStale = true
        if (mine !== question) pump()
        else if (isOpen) show(listing, error)
      },
    )
  }

  const take = (mine: Question, { rows, total, counts, isMore }: Answer, offset: number, isAnew: boolean): void => {
    const placed = rows.map((row, index) => [offset + index, row] as const)
    listing = {
      ...{ question: mine, total, counts, isMore },
      rows: new Map(isAnew ? placed : [...(listing?.rows ?? []), ...placed]),
      edition: (listing?.edition ?? 0) + (isAnew ? 1 : 0),
    }
    if (isOpen) show(listing, null)
  }

  return {
    ask(another) {
      if (question !== null && questionKey(question) === questionKey(another)) return
      question = another
      sight = { first: 0, last: 0 }
      pump()
    },
    look(first, last) {
      sight = { first, last }
      pump()
    },
    refresh() {
      isStale = true
      pump()
    },
    open() {
      isOpen = true
      pump()
    },
    close() {
      isOpen = false
    },
  }
}
