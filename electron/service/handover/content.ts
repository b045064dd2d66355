import type { Asset } from '#core/article/asset.ts'
import type { Article } from '#core/article/article.ts'
import { figures } from '#core/article/text-nodes.ts'
import { handoverSchema, type Handover } from '#core/newsroom/handover/handover.ts'
import type { ReadDb } from '#db/handles.ts'
import type { Content } from '#db/recovery/content.ts'
import { articleContent } from '#db/recovery/read-store.ts'
import { handedStates } from '#db/tables/handovers.ts'
import { proposalOf } from '#db/tables/proposals.ts'
import { inflateBytes, listRevisions } from '#db/tables/revisions.ts'
import { listWriters } from '#db/tables/writers.ts'

/** What the store knows of an article, but for its events and the bytes of its pictures. */
export type KnownContent = {
  readonly parts: Pick<
    Handover,
    'revisions' | 'threads' | 'proposals' | 'assignments' | 'exports' | 'writers' | 'creator' | 'createdAt' | 'pictures'
  >
  /** The texts of its versions and proposals, by hash. */
  readonly texts: ReadonlyMap<string, Uint8Array>
  /** The seals of its proposals, which name the states in which they are. */
  readonly states: readonly { id: string; seal: string }[]
}

/** @param leftOut the versions that the receiver has */
export function knownContent(db: ReadDb, id: string, leftOut: ReadonlySet<string>): KnownContent {
  const content = articleContent(db, id)
  const { review } = content
  const order = new Map(listRevisions(db, id).revisions.map(({ hash }, place) => [hash, place]))
  const kept = content.revisions
    .filter(({ hash }) => !leftOut.has(hash))
    .toSorted((one, other) => (order.get(one.hash) ?? 0) - (order.get(other.hash) ?? 0))
  const row = content.articles.get(id)?.row
  const proposals = review.proposals.flatMap((each) => proposalOf(each) ?? [])
  const shown = [...kept.map(({ article }) => article), ...proposals.flatMap(({ base, head }) => [base, head])]
  const texts = new Map([
    ...kept.map(({ hash, data }) => [hash, inflateBytes(data, id)] as const),
    ...review.proposals.flatMap(({ base, base_hash, head, head_hash }) => [
      [base_hash, inflateBytes(base, id)] as const,
      [head_hash, inflateBytes(head, id)] as const,
    ]),
  ])
  return {
    parts: {
      creator: row?.creator ?? '',
      createdAt: row?.created_at ?? '',
      revisions: kept.map(({ hash, parent, secondParent, reason, by, at }) => ({
        ...{ hash, parent, secondParent, reason, by, at },
      })),
      threads: threadsOf(review),
      proposals: proposalsOf(review, db),
      assignments: review.assignments.map(({ article_id: _article, seal: _seal, ...entry }) =>
        handoverSchema.shape.assignments.element.parse(entry),
      ),
      exports: content.exports.map(([_id, version, revision, path, sha256, bytes, at, by]) =>
        handoverSchema.shape.exports.element.parse({
          ...{ version, revision, sha256, bytes, at, by },
          // Where the file lies on this machine is nobody else's matter.
          path: String(path).split(/[/\\]/u).at(-1)?.slice(0, 255),
        }),
      ),
      writers: listWriters(db, id),
      pictures: picturesIn(shown),
    },
    texts,
    states: review.proposals.map(({ id: proposal, seal }) => ({ id: proposal, seal })),
  }
}

function threadsOf({ threads, threadEntries }: Content['review']): Handover['threads'] {
  const entries = Map.groupBy(threadEntries, ({ thread_id }) => thread_id)
  return threads.map(({ id, revision, anchor, proposal }) =>
    handoverSchema.shape.threads.element.parse({
      ...{ id, revision, anchor: JSON.parse(anchor) as unknown, proposal },
      entries: (entries.get(id) ?? []).map(({ thread_id: _thread, message_id: messageId, seal: _seal, ...entry }) => ({
        ...entry,
        messageId,
      })),
    }),
  )
}

function proposalsOf({ proposals, proposalEntries }: Content['review'], db: ReadDb): Handover['proposals'] {
  const entries = Map.groupBy(proposalEntries, ({ proposal_id }) => proposal_id)
  return proposals.map((row) =>
    handoverSchema.shape.proposals.element.parse({
      ...{ id: row.id, by: row.by, role: row.role, note: row.note, base: row.base_hash, head: row.head_hash },
      ...{ saveNumber: row.save_number, createdAt: row.created_at, updatedAt: row.updated_at, state: row.state },
      earlier: handedStates(db, row.id),
      entries: (entries.get(row.id) ?? []).map(
        ({ proposal_id: _proposal, save_number: saveNumber, seal: _seal, ...entry }) => ({ ...entry, saveNumber }),
      ),
    }),
  )
}

/** @returns the pictures that texts show, each once. */
function picturesIn(texts: readonly Article[]): Asset[] {
  const found = texts.flatMap(({ document }) => figures(document).flatMap(({ asset }) => asset ?? []))
  return [...new Map(found.map((asset) => [asset.hash, asset])).values()]
}
