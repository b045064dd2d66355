import type { Proposal } from '#core/review/proposal.ts'
import { writersOf, type Version } from '#core/review/proposals/writers.ts'
import { call } from '#renderer/bridge/client.ts'
import { createSession, type Session } from '../session.ts'
import type { Target } from '../target.ts'
import { numberNames, paintBack, partsBack } from './painter.ts'

/** A point in the history of an article: its text, and who made it when. */
export type Point = { hash: string; by: string; at: string }

/**
 * Starts a session in which an open article is read with what changed since an earlier version, and who wrote what.
 * @param points that version and all after it, the oldest first
 * @throws ContractError
 */
export async function createSince(session: Session, points: readonly Point[]): Promise<Session> {
  const now = session.article()
  const versions: Version[] = await Promise.all(
    points.map(async ({ hash, by }) => ({ ...(await call('history.read', { id: now.id, hash })), by })),
  )
  const [first] = versions
  const all = [...versions, { article: now, by: session.actor().name }]
  const parts = first === undefined ? [] : partsBack(now, first.article)
  const writers = writersOf(all, parts)
  const authorOf = numberNames(writers)
  const painted = [...new Set(writers)].map((by) => {
    const proposal: Proposal = {
      ...{ id: `since ${by}`, by, note: '', base: first?.article ?? now, head: now },
      ...{ saveNumber: 0, createdAt: '', updatedAt: '' },
    }
    const own = parts.filter((_part, index) => writers[index] === by)
    return paintBack(now, proposal, authorOf(by), own)
  })
  const opened = { ...session.opened, article: now, editable: false, readOnlyReason: null, caret: null }
  const target: Target = {
    since: points[0]?.at,
    ...{ mode: 'since', article: now, book: { ...session.book, stop: () => {} } },
    source: { paint: () => painted, subscribe: () => () => {} },
    saveNumber: () => null,
    // Nothing is written in it.
    commit: () => Promise.resolve(null),
    reconnect: () => Promise.resolve(),
    keepMine: () => Promise.resolve(),
    close: (lastStep) => void lastStep(),
  }
  return createSession(opened, session.actor(), () => target)
}
