import type { DeliveryState } from '#core/contract/deliveries.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Store } from '#db/open.ts'
import {
  getDelivery,
  getPayload,
  lastRemote,
  openDeliveries,
  setDelivery,
  type DeliveryRecord,
} from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getDestination, type StoredDestination } from '#db/tables/destinations.ts'
import { getRevision } from '#db/tables/revisions.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { nextAttempt } from './backoff.ts'
import { settle } from './settle.ts'
import { ConflictFound, type Job, type KindTools, type Outcome } from './kind.ts'
import { kindOf } from './kinds/index.ts'
import { DeliveryProblem, isPassing } from './problem.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'

/** Carries what is in the queue. One at a time to each destination, all destinations at once. */
export type Courier = {
  readonly secrets: Secrets
  readonly tools: KindTools
  /** Tries all that is due, and answers when that is over. */
  run: () => Promise<void>
  /** Tries one now, whatever it waits for. */
  attend: (id: string) => Promise<void>
  /** Ends one that is not over. @throws ContractError `delivery-over`, `delivery-missing`. */
  cancel: (id: string) => void
  /** When something is due next, ISO 8601; null when nothing is. */
  nextDue: () => string | null
  /** Lets go of what is under way: it is gone on with when the store is opened again. */
  stop: () => void
}

export type CourierOptions = {
  store: Store
  secrets: Secrets
  tools: KindTools
  /** From 0 to 1. */
  random: () => number
  /** Told whenever a delivery stands otherwise than before. */
  onChange: (delivery: DeliveryRecord) => void
  /** Told of an article that stands otherwise because it arrived. */
  onArticle: (articleId: string) => void
}

/** A person ended it while it was being sent. */
class Cancelled extends Error {}

/** Of these it is not known any more how far they came: they are gone on with at once. */
const UNDER_WAY: ReadonlySet<DeliveryState> = new Set(['sending', 'rolling-back'])
const isOpen = ({ state }: DeliveryRecord): boolean => state !== 'delivered' && state !== 'cancelled'
/** A server that is at fault this often is not so by chance. */
const MOST_FAULTS = 20
/** The other side shows it when its own clock says so. */
const AFTER_EMBARGO_MS = 60_000

export function createCourier({ store, secrets, tools, random, onChange, onArticle }: CourierOptions): Courier {
  const { db } = store
  const cancelled = new Set<string>()
  const lanes = new Map<string, Promise<void>>()
  let isStopped = false

  const write = (id: string, state: DeliveryState, progress: DeliveryProgress): void => {
    setDelivery(db, id, state, progress, tools.now())
    const delivery = getDelivery(db, id)
    if (delivery !== null) onChange(delivery)
  }

  const attempt = async (id: string): Promise<void> => {
    const delivery = getDelivery(db, id)
    if (delivery === null || !isOpen(delivery)) return
    const destination = getDestination(db, delivery.destinationId)
    if (destination === null) return write(id, 'cancelled', { ...delivery.progress, nextAttempt: null })
    const isLeaving = delivery.state === 'rolling-back'
    let progress: DeliveryProgress = {
      ...delivery.progress,
      attempts: delivery.progress.attempts + 1,
      nextAttempt: null,
      problem: null,
    }
    if (Object.keys(progress.remote).length === 0) {
      progress = { ...progress, remote: lastRemote(db, delivery.articleId, destination.id) }
    }
    write(id, isLeaving ? 'rolling-back' : 'sending', progress)
    const record: Job<DestinationConfig>['record'] = (remote, pictures) => {
      progress = { ...progress, remote, ...(pictures === undefined ? {} : { pictures }) }
      if (isStopped) throw new Cancelled()
      write(id, isLeaving ? 'rolling-back' : 'sending', progress)
      if (cancelled.has(id)) throw new Cancelled()
    }
    const kind = kindOf(destination.config)
    try {
      const job = await jobOf(delivery, progress, destination, record)
      if (isLeaving) {
        progress = { ...progress, remote: await kind.rollBack(job) }
        return write(id, 'cancelled', progress)
      }
      const outcome = await kind.deliver(job)
      arrive(delivery, progress, outcome)
    } catch (error) {
      if (isStopped) return
      fail(id, isLeaving, progress, destination, error)
    }
    if (cancelled.delete(id) && getDelivery(db, id)?.state === 'rolling-back') await attempt(id)
  }

  const jobOf = async (
    delivery: DeliveryRecord,
    progress: DeliveryProgress,
    { id, config }: StoredDestination,
    record: Job<DestinationConfig>['record'],
  ): Promise<Job<DestinationConfig>> => {
    const { action, createdAt, revision } = delivery
    const { remote, choice, edition } = progress
    let payload = getPayload(db, delivery)
    if (payload === null) {
      // Lost with the store that it was recovered from: what it was made of is still there.
      const article = getRevision(db, revision)
      if (article === null) throw new ContractError('not-found', { id: delivery.articleId })
      payload = await kindOf(config).plan({ article, edition, revision }, config, tools)
    }
    return { config, secret: secrets.get(id), action, payload, createdAt, choice, remote, record, tools }
  }

  const arrive = (delivery: DeliveryRecord, before: DeliveryProgress, outcome: Outcome): void => {
    const { remote, link, isUnchanged, scheduledFor } = outcome
    const isWaiting = scheduledFor !== null && scheduledFor > tools.now()
    const progress: DeliveryProgress = {
      ...{ ...before, remote, link, problem: null, conflict: null, choice: null },
      // What was scheduled has changed there: readers see it now.
      isUnchanged: isUnchanged && delivery.state !== 'scheduled',
      nextAttempt: isWaiting ? new Date(Date.parse(scheduledFor) + AFTER_EMBARGO_MS).toISOString() : null,
    }
    db.transaction(() => {
      setDelivery(db, delivery.id, isWaiting ? 'scheduled' : 'delivered', progress, tools.now())
      settle(db, delivery, progress, outcome, tools.now())
    })
    const arrived = getDelivery(db, delivery.id)
    if (arrived !== null) onChange(arrived)
    onArticle(delivery.articleId)
  }

  const fail = (
    id: string,
    isLeaving: boolean,
    before: DeliveryProgress,
    destination: StoredDestination,
    error: unknown,
  ): void => {
    // What was written down last, which may be more than what was known when it began.
    const progress = getDelivery(db, id)?.progress ?? before
    if (error instanceof Cancelled) {
      const hasLeftovers = kindOf(destination.config).hasLeftovers(progress.remote)
      return write(id, hasLeftovers ? 'rolling-back' : 'cancelled', progress)
    }
    if (error instanceof ConflictFound) {
      const problem = { code: 'conflict', params: {} } as const
      return write(id, 'held', { ...progress, problem, conflict: error.conflict, choice: null, nextAttempt: null })
    }
    const { code, params, retryAfter } = problemOf(error)
    const isHopeless = code === 'server-error' && progress.attempts >= MOST_FAULTS
    const isAgain = isPassing(code) && !isHopeless
    const again = isAgain ? nextAttempt(progress.attempts, random(), retryAfter, tools.now()) : null
    const stopped = isLeaving ? 'cancelled' : 'held'
    const waiting = isLeaving ? 'rolling-back' : 'queued'
    write(id, isAgain ? waiting : stopped, { ...progress, problem: { code, params }, nextAttempt: again })
  }

  /** Puts an attempt behind those that are under way to the same destination. */
  const inLane = (destinationId: string, id: string, isWanted: () => boolean): Promise<void> => {
    const before = lanes.get(destinationId) ?? Promise.resolve()
    const mine = before.then(() => (isStopped || !isWanted() ? undefined : attempt(id)))
    // Whoever comes next waits for the end, however it ends; who asked for this one hears of it.
    const end = mine.catch(() => {})
    lanes.set(destinationId, end)
    return mine
  }

  const isDue = ({ state, progress }: DeliveryRecord, now: string): boolean => {
    if (state === 'held') return false
    return (
      progress.nextAttempt === null ||
      progress.nextAttempt <= now ||
      (UNDER_WAY.has(state) && progress.problem === null)
    )
  }

  return {
    secrets,
    tools,
    async run() {
      const now = tools.now()
      const due = openDeliveries(db).filter((each) => isDue(each, now))
      const isStillDue = (id: string): boolean => {
        const delivery = getDelivery(db, id)
        return delivery !== null && isOpen(delivery) && isDue(delivery, now)
      }
      await Promise.all(due.map(({ id, destinationId }) => inLane(destinationId, id, () => isStillDue(id))))
    },
    async attend(id) {
      const delivery = getDelivery(db, id)
      if (delivery === null) throw new ContractError('delivery-missing', { id })
      if (!isOpen(delivery)) throw new ContractError('delivery-over', { id })
      await inLane(delivery.destinationId, id, () => true)
    },
    cancel(id) {
      const delivery = getDelivery(db, id)
      if (delivery === null) throw new ContractError('delivery-missing', { id })
      const { state, progress } = delivery
      if (!isOpen(delivery)) throw new ContractError('delivery-over', { id })
      if (state === 'rolling-back') return
      if (state === 'sending') {
        cancelled.add(id)
        return
      }
      const destination = getDestination(db, delivery.destinationId)
      const hasLeftovers = destination !== null && kindOf(destination.config).hasLeftovers(progress.remote)
      write(id, hasLeftovers ? 'rolling-back' : 'cancelled', { ...progress, nextAttempt: null })
    },
    nextDue() {
      const times = openDeliveries(db)
        .filter(({ state }) => state !== 'held')
        .map(({ progress }) => progress.nextAttempt ?? '')
      return times.toSorted()[0] ?? null
    },
    stop() {
      isStopped = true
    },
  }
}

function problemOf(error: unknown): Pick<DeliveryProblem, 'code' | 'params' | 'retryAfter'> {
  if (error instanceof DeliveryProblem) return error
  if (error instanceof ContractError && (error.code === 'asset-missing' || error.code === 'asset-damaged')) {
    return { code: 'picture-missing', params: {}, retryAfter: null }
  }
  // Frames only: the message may quote what was being sent, or the address that it was sent to.
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? []) : []
  process.stderr.write(
    `midad: ${error instanceof Error ? error.name : typeof error} in a delivery\n${frames.join('\n')}\n`,
  )
  return { code: 'internal', params: {}, retryAfter: null }
}
