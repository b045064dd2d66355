import { eventIdOf, NO_RUNNING_HASH, signedEventSchema, type SignedEvent } from '#core/newsroom/chained-event.ts'
import { sealOf } from '../seal.ts'
import type { KnownRow } from './row.ts'

type EventRow = Extract<KnownRow, { table: 'events' }>

/** Collects the events that are as they were written, from whatever files, each once. */
export class EventRows {
  readonly #rows = new Map<string, EventRow>()

  add(row: EventRow): void {
    if (sealOf(row.values) === row.seal) this.#rows.set(`${row.number} ${row.seal} ${row.chain[0] ?? ''}`, row)
  }

  /** @returns the events in the order of their numbers. */
  content(): SignedEvent[] {
    const chained = new Map<string, SignedEvent>()
    const before = new Map<string, string>()
    for (const row of [...this.#rows.values()].toSorted((one, other) => one.number - other.number)) {
      const event = signedEvent(row) ?? olderEvent(row, before)
      before.set(event.articleId, event.id)
      chained.set(event.id, event)
    }
    return [...chained.values()]
  }
}

type Texts = Pick<SignedEvent, 'articleId' | 'at' | 'by' | 'role' | 'action' | 'from' | 'to' | 'note' | 'revision'>

function textsOf({ values }: EventRow): Texts {
  const [articleId, at, by, role, action, from = null, to, note, revision] = values
  return {
    ...{ articleId: articleId ?? '', at: at ?? '', by: by ?? '', role: role ?? '', action: action ?? '', from },
    ...{ to: to ?? '', note: note ?? '', revision: revision ?? '' },
  }
}

/** @returns null for an older row, and where the chain is damaged: who did what is kept then, and proves nothing. */
function signedEvent(row: EventRow): SignedEvent | null {
  const [id, person, parents, settles, running, signature] = row.chain
  const lists = { parents: listIn(parents), settles: listIn(settles) }
  const event = signedEventSchema.safeParse({ ...textsOf(row), id, person, ...lists, running, signature })
  return event.success && eventIdOf(event.data) === event.data.id ? event.data : null
}

/** @returns an event without a proof, chained as the migration to version 11 chains those from before. */
function olderEvent(row: EventRow, before: ReadonlyMap<string, string>): SignedEvent {
  const texts = textsOf(row)
  const parent = before.get(texts.articleId)
  const chain = { person: null, parents: parent === undefined ? [] : [parent], settles: [], running: NO_RUNNING_HASH }
  return { ...texts, ...chain, id: eventIdOf({ ...texts, ...chain }), signature: null }
}

function listIn(json: string | null | undefined): unknown {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return null
  }
}
