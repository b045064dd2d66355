import { hexToBytes } from '@noble/hashes/utils.js'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import type { HandoverPreview } from '#core/contract/handover.ts'
import { ContractError } from '#core/contract/errors.ts'
import { acceptedSteps } from '#core/newsroom/handover/accepted-steps.ts'
import { commonStep, joinSides, type Step } from '#core/newsroom/handover/join.ts'
import { joinTexts, type JoinedText } from '#core/newsroom/handover/join-texts.ts'
import type { Handover } from '#core/newsroom/handover/handover.ts'
import { lineOf, relationOf } from '#core/newsroom/handover/lines.ts'
import { eventBytes } from '#core/newsroom/chained-event.ts'
import { proofOf } from '#core/newsroom/event-proof.ts'
import type { House } from '#core/newsroom/house.ts'
import type { Role, State } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { readArticle } from '#db/tables/article-text.ts'
import { getArticle, type StoredArticle } from '#db/tables/articles.ts'
import { listEvents, type StoredEvent } from '#db/tables/events.ts'
import { getRevision, inflate } from '#db/tables/revisions.ts'
import { verify } from '#electron/files/keys.ts'
import { knownPeople } from '../people/known-people.ts'
import type { ReadHandover } from '../parsing/read-handover.ts'

/** What a hand-over would do, worked out from the store as it is. */
export type Plan = Pick<HandoverPreview, 'effect' | 'state' | 'decisions' | 'unproven'> & {
  /** The text afterwards; null for the one that is here. */
  readonly text: Article | null
  /** The text that comes in. */
  readonly coming: Article
  /** The article as it is here; null for a new one. */
  readonly here: StoredArticle | null
  /** The version from which both texts grew, and how they were merged; null where that was not needed. */
  readonly merge: { readonly base: string; readonly joined: JoinedText } | null
  /** Whether both sides went on, so that the audit says where they met. */
  readonly isMeeting: boolean
}

/**
 * @throws ContractError `in-the-bin`, `handover-unsound` for what is of another article here, `handover-without-base`,
 *   `article-damaged`
 */
export function planOf({ handover, events, texts }: ReadHandover, db: ReadDb, house: House | null): Plan {
  const here = getArticle(db, handover.article)
  if (here !== null && here.deletedAt !== null) throw new ContractError('in-the-bin', { id: handover.article })
  requireOwn(handover, db)
  requireComplete(handover, db)
  requireSigned(events, db)
  const ours = listEvents(db, handover.article).events
  const accepted =
    house === null ? { steps: events, state: handover.state } : acceptedSteps(events, roleIn(house, ours, db))
  const coming = textOf(handover, texts, handover.head)
  const unproven = accepted.state === handover.state ? null : handover.state
  const alone = { coming, here, merge: null, decisions: null, isMeeting: false, unproven }
  if (here === null) return { ...alone, effect: 'new', state: accepted.state, text: coming }
  const relation = relationOf(lineOf(ours), lineOf(events))
  if (relation === 'nothing') return { ...alone, effect: 'nothing', unproven: null, state: here.state, text: null }
  return joined({ ...alone, here, ours, theirs: events, accepted, isBehind: relation === 'forward' }, handover, db)
}

/** A key that this store knows must have made the signature that names it. @throws ContractError `handover-unsound` */
function requireSigned(events: readonly StoredEvent[], db: ReadDb): void {
  const people = knownPeople(db)
  const isForged = events.some((event) => {
    const signer = people.get(event.person ?? '')
    return signer !== undefined && !verify(signer.publicKey, eventBytes(event), hexToBytes(event.signature ?? ''))
  })
  if (isForged) throw new ContractError('handover-unsound', { problem: 'bad-signature' })
}

/**
 * @returns a function that says which role whoever did a step has: in the house, where a key proves it. A step that is here already
 *   was judged when it came.
 */
function roleIn({ people }: House, here: readonly StoredEvent[], db: ReadDb): (event: StoredEvent) => Role | null {
  const known = knownPeople(db)
  const judged = new Set(here.map(({ id }) => id))
  const roles = new Map(people.map(({ id, role }) => [id, role]))
  return (event) => {
    if (judged.has(event.id)) return event.role
    return proofOf(event, known, verify) === 'proven' ? (roles.get(event.person ?? '') ?? null) : null
  }
}

type Meeting = Omit<Plan, 'effect' | 'state' | 'text' | 'here'> & {
  readonly here: StoredArticle
  readonly ours: readonly Step[]
  readonly theirs: readonly Step[]
  /** The steps of the file that count, and the state to which they lead. */
  readonly accepted: { readonly steps: readonly Step[]; readonly state: State }
  /** Whether nothing was done here that the file does not know. */
  readonly isBehind: boolean
}

function joined({ ours, theirs, accepted, isBehind, ...rest }: Meeting, handover: Handover, db: ReadDb): Plan {
  const { here, coming } = rest
  const [own, other] = [articleHash(here.article), articleHash(coming)]
  const base = baseOf(ours, theirs, handover, db)
  const before = base === null ? null : articleHash(base.article)
  const isUntouched = own === before || own === other
  if (isBehind && isUntouched) return { ...rest, effect: 'forward', state: accepted.state, text: coming }
  if (base === null && own !== other) throw new ContractError('handover-without-base', { id: handover.article })
  const merge = isUntouched || other === before ? null : mergeOf(base, here.article, coming)
  const text = merge?.joined.article ?? (isUntouched ? coming : here.article)
  const hash = articleHash(text)
  const { state, decisions } = joinSides(
    { steps: ours, state: here.state },
    accepted,
    (side) => hash === (side === 'here' ? own : other),
  )
  return {
    ...{ ...rest, merge, state, text },
    decisions: decisions === null ? null : [...decisions],
    effect: (merge?.joined.merged.clashes.length ?? 0) > 0 ? 'clash' : 'merge',
    isMeeting: own !== other || here.state !== accepted.state,
  }
}

function mergeOf(base: Base | null, own: Article, coming: Article): Plan['merge'] {
  return base === null ? null : { base: base.hash, joined: joinTexts(base.article, own, coming) }
}

type Base = { hash: string; article: Article }

/** @returns the text of the last step that both have; else the newest version that both have. */
function baseOf(ours: readonly Step[], theirs: readonly Step[], { revisions }: Handover, db: ReadDb): Base | null {
  const step = commonStep(ours, theirs)
  const candidates = [...(step === null ? [] : [step.revision]), ...revisions.map(({ hash }) => hash).toReversed()]
  for (const hash of candidates) {
    const article = getRevision(db, hash)
    if (article !== null) return { hash, article }
  }
  return null
}

/** @returns a text of the file, in the present format. */
function textOf({ article }: Handover, texts: ReadHandover['texts'], hash: string): Article {
  return readArticle(inflate(texts.get(hash) ?? new Uint8Array(), article), hash, article)
}

/** A thread or a proposal of another article must not get what a file says. */
function requireOwn({ article, threads, proposals }: Handover, db: ReadDb): void {
  const isForeign = (
    [
      ['threads', threads],
      ['proposals', proposals],
    ] as const
  ).some(([table, found]) =>
    found.some(({ id }) => {
      const row = db.get<{ owner: string }>(`SELECT article_id AS owner FROM ${table} WHERE id = :id`, { id })
      return row !== undefined && row.owner !== article
    }),
  )
  if (isForeign) throw new ContractError('handover-unsound', { problem: 'identity-differs' })
}

/** Versions that this store has may be left out, and no others. */
function requireComplete({ article, revisions, events, threads, exports }: Handover, db: ReadDb): void {
  const there = new Set(revisions.map(({ hash }) => hash))
  const isHere = (hash: string): boolean =>
    db.get('SELECT 1 FROM revisions WHERE hash = :hash AND article_id = :article', { hash, article }) !== undefined
  const missing = [...events, ...threads, ...exports].find(({ revision }) => !there.has(revision) && !isHere(revision))
  if (missing !== undefined) throw new ContractError('handover-without-base', { id: article })
}
