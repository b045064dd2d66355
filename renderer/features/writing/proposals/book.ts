import { ContractError } from '#core/contract/errors.ts'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import { isSettled, type Ends } from '#core/review/proposals/open.ts'
import { rebased } from '#core/review/proposals/rebase.ts'
import type { Decision, Proposal } from '#core/review/proposal.ts'
import { call, clientId, onChange } from '#renderer/bridge/client.ts'
import { valueFeed, type ValueFeed } from '../value-feed.ts'

type Decided = NonNullable<CallInput<'articles.save'>['proposals']>[number]

/** Whether the proposals were read, how many could not be, and why none could. */
type Reading = { isDone: boolean; damaged: number; error: unknown }

/** What is proposed for an open article, with decisions that are made in this window and perhaps not saved yet. */
export type ProposalBook = {
  /** Those of which something is open, the oldest first. */
  readonly proposals: ValueFeed<readonly Proposal[]>
  readonly reading: ValueFeed<Reading>
  /** Reads what is stored. Decisions that are not saved yet are kept. */
  readonly load: () => Promise<void>
  /** Decides on a part. It is saved with the next save of the article. @param ends what it makes of the proposal */
  readonly decide: (id: string, ends: Ends, decision: Decision) => void
  /** @returns a proposal, also one that was settled in this window */
  readonly find: (id: string) => Proposal | undefined
  /** @returns the decisions that are not saved yet */
  readonly decided: () => Decided[]
  readonly committed: (sent: readonly Decided[], answers: CallOutput<'articles.save'>['proposals']) => void
  readonly stop: () => void
}

/** A proposal as it is in the window. */
type Entry = { stored: Proposal; ends: Ends; decisions: readonly Decision[] }

const endsOf = ({ base, head }: Ends): Ends => ({ base, head })

/** @returns the book of an article, empty until it is loaded */
export function createBook(articleId: string): ProposalBook {
  let entries: readonly Entry[] = []
  const proposals = valueFeed<readonly Proposal[]>([])
  const reading = valueFeed<Reading>({ isDone: false, damaged: 0, error: null })
  const set = (next: readonly Entry[]): void => {
    entries = next
    proposals.set(next.filter(({ ends }) => !isSettled(ends)).map(shownOf))
  }
  const change = (id: string, next: (entry: Entry) => Entry): void =>
    set(entries.map((entry) => (entry.stored.id === id ? next(entry) : entry)))

  async function load(): Promise<void> {
    try {
      const { proposals: list, damaged } = await call('proposals.list', { id: articleId })
      const known = new Map(entries.map((entry) => [entry.stored.id, entry]))
      const listed = new Set(list.map(({ id }) => id))
      set([
        ...list.map((stored) => arrived(stored, known.get(stored.id))),
        // It was settled or withdrawn; a decision of this window can still be undone.
        ...entries.flatMap((entry) => (listed.has(entry.stored.id) ? [] : [gone(entry)])),
      ])
      reading.set({ isDone: true, damaged, error: null })
    } catch (error) {
      if (!(error instanceof ContractError)) throw error
      reading.set({ isDone: true, damaged: 0, error })
    }
  }
  const stop = onChange((event) => {
    if (event.type === 'proposals-changed' && event.id === articleId && event.by !== clientId()) void load()
  })
  return {
    ...{ proposals, reading, load, stop },
    decide: (id, ends, decision) =>
      change(id, (entry) => ({ ...entry, ends: endsOf(ends), decisions: [...entry.decisions, decision] })),
    find(id) {
      const entry = entries.find(({ stored }) => stored.id === id)
      return entry === undefined ? undefined : { ...entry.stored, ...entry.ends }
    },
    decided: () =>
      entries.flatMap(({ stored, ends, decisions }) =>
        decisions.length === 0
          ? []
          : [{ id: stored.id, ...ends, baseSaveNumber: stored.saveNumber, decisions: [...decisions] }],
      ),
    committed(sent, answers) {
      for (const { id, base, head, decisions } of sent) {
        const answer = answers.find((each) => each.id === id)
        change(id, (entry) => ({
          ...entry,
          stored: { ...entry.stored, base, head, saveNumber: answer?.saveNumber ?? entry.stored.saveNumber },
          decisions: entry.decisions.slice(decisions.length),
        }))
      }
    },
  }
}

/** Proposals as they are shown, each the same as long as its entry is. */
const SHOWN = new WeakMap<Entry, Proposal>()

function shownOf(entry: Entry): Proposal {
  const known = SHOWN.get(entry)
  if (known !== undefined) return known
  const shown = { ...entry.stored, ...entry.ends }
  SHOWN.set(entry, shown)
  return shown
}

/** @returns what becomes of a proposal that was read from the store */
function arrived(stored: Proposal, known: Entry | undefined): Entry {
  const ends = endsOf(stored)
  if (known === undefined || known.decisions.length === 0) return { stored, ends, decisions: [] }
  if (known.stored.saveNumber === stored.saveNumber) return { ...known, stored }
  // The answer to the save of these decisions was lost.
  if (isSame(stored, known.ends)) return { stored, ends, decisions: [] }
  return { stored, ends: rebased(known.stored, known.ends, ends), decisions: known.decisions }
}

/** @returns what becomes of a proposal of which nothing is open in the store */
function gone({ stored, ends, decisions }: Entry): Entry {
  if (decisions.length > 0 && isSettled(ends)) {
    return { stored: { ...stored, ...ends, saveNumber: stored.saveNumber + 1 }, ends, decisions: [] }
  }
  // It was reopened in this window, and is not saved yet.
  if (decisions.some(({ decision }) => decision === 'undone')) return { stored, ends, decisions }
  return { stored, ends: { base: stored.base, head: stored.base }, decisions: [] }
}

const isSame = (one: Ends, other: Ends): boolean =>
  isSettled({ base: one.base, head: other.base }) && isSettled({ base: one.head, head: other.head })
