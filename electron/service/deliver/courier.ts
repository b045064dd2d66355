import type { DeliveryState } from '#core/contract/deliveries.ts'
import { ContractError } from '#core/contract/errors.ts'
import { carriesBody } from '#core/export/action.ts'
import type { Store } from '#db/open.ts'
import {
  getDelivery,
  getPayload,
  isOvertaken,
  lastRemote,
  openDeliveries,
  setDelivery,
  type DeliveryRecord,
} from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getDestination, type StoredDestination } from '#db/tables/destinations.ts'
import { getRevision } from '#db/tables/revisions.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { afterProblem } from './after-problem.ts'
import { nextAttempt } from './backoff.ts'
import { createLanes } from './lanes.ts'
import { obstacleOf } from './reason-not-to-send.ts'
import { settle } from './record-arrival.ts'
import { ConflictFound, type Job, type Kind, type KindTools, type Outcome } from './kind.ts'
import { kindOf } from './kinds/index.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'

/** Carries what is in the queue. One at a time to each destination, all destinations at once. */
export type Courier = {
  readonly secrets: Secrets
  readonly tools: KindTools
  /** Tries all that is due where nothing is under way, and answers when that is over. */
  run: () => Promise<void>
  /** Tries one now, whatever it waits for but its embargo. */
  attend: (id: string) => Promise<void>
  /** Ends one that is not over. @throws ContractError `delivery-over`, `delivery-missing`. */
  cancel: (id: string) => void
  /** When something is due next, ISO 8601, where nothing is under way; null when nothing is. */
  nextDue: () => string | null
  /** Calls whenever a destination has nothing under way any more. */
  whenFree: (listener: () => void) => void
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
/** The other side shows it when its own clock says so. */
const AFTER_EMBARGO_MS = 60_000

export function createCourier({ store, secrets, tools, random, onChange, onArticle }: CourierOptions): Courier {
  const { db } = store
  const cancelled = new Set<string>()
  /** What is under way, and how to break it off. */
  const ongoing = new Map<string, AbortController>()
  const lanes = createLanes(() => {
    if (!isStopped) free()
  })
  let free = (): void => {}
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
    // What a newer one says is to be there: it goes on with whatever this one has put there.
    if (destination === null || isOvertaken(db, id)) {
      return write(id, 'cancelled', { ...delivery.progress, nextAttempt: null })
    }
    const { isUnwanted, takesBack } = delivery.progress
    const isLeaving = delivery.state === 'rolling-back' || isUnwanted || takesBack
    if (!isLeaving && isKept(delivery)) return
    const kind = kindOf(destination.config)
    if (isLeaving && !takesBack && !kind.hasLeftovers(delivery.progress.remote)) {
      return write(id, 'cancelled', { ...delivery.progress, nextAttempt: null })
    }
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
      progress = {
        ...{ ...progress, remote, ...(pictures === undefined ? {} : { pictures }) },
        isUnwanted: isUnwanted || cancelled.has(id),
      }
      if (isStopped) throw new Cancelled()
      write(id, isLeaving ? 'rolling-back' : 'sending', progress)
      if (cancelled.has(id)) throw new Cancelled()
    }
    const ending = new AbortController()
    ongoing.set(id, ending)
    try {
      const job = await jobOf(delivery, progress, destination, record, ending.signal)
      if (isLeaving) return await leave(delivery, progress, kind, job)
      const outcome = await kind.deliver(job)
      arrive(delivery, progress, outcome)
    } catch (error) {
      if (isStopped) return
      fail(id, isLeaving, progress, destination, error)
    } finally {
      ongoing.delete(id)
    }
    const after = cancelled.delete(id) ? getDelivery(db, id) : null
    if (after?.state === 'rolling-back' && after.progress.nextAttempt === null) await attempt(id)
  }

  /** @returns whether one may not be sent now; it is written down why. */
  const isKept = (delivery: DeliveryRecord): boolean => {
    const { id, progress } = delivery
    const obstacle = obstacleOf(db, delivery, tools.now)
    if (obstacle === 'taken-back') cancelNow(delivery)
    else if (obstacle === 'embargo-moved') {
      write(id, 'held', { ...progress, problem: { code: obstacle, params: {} }, nextAttempt: null })
    } else if (obstacle === 'early') {
      write(id, 'queued', { ...progress, problem: null, nextAttempt: progress.notBefore })
    }
    return obstacle !== null
  }

  /** Takes back what one that was cancelled has put there; what arrived unheard is found, and counts as arrived. */
  const leave = async (
    delivery: DeliveryRecord,
    progress: DeliveryProgress,
    kind: Kind<DestinationConfig>,
    job: Job<DestinationConfig>,
  ): Promise<void> => {
    if (progress.takesBack) {
      const { remote } = await kind.deliver({ ...job, action: 'withdraw' })
      return write(delivery.id, 'cancelled', { ...progress, remote, link: null })
    }
    const arrived = kind.isUnheard(progress.remote) ? await kind.unheard(job) : null
    if (arrived !== null) return arrive(delivery, progress, arrived)
    write(delivery.id, 'cancelled', { ...progress, remote: await kind.rollBack(job) })
  }

  const cancelNow = ({ id, state, action, destinationId, progress }: DeliveryRecord): void => {
    if (state === 'rolling-back') return
    const destination = getDestination(db, destinationId)
    const kind = destination === null ? null : kindOf(destination.config)
    if (state === 'sending') {
      // Written down: the process may end before the attempt does.
      write(id, 'sending', { ...progress, isUnwanted: true })
      cancelled.add(id)
      // The answer to what changes the post itself is waited for: only it says what stands there.
      const isBreakable = carriesBody(action) && kind?.isUnheard(progress.remote) !== true
      if (isBreakable) ongoing.get(id)?.abort(new Cancelled())
      return
    }
    const takesBack = kind !== null && state === 'scheduled'
    const hasLeftovers = takesBack || (!progress.takesBack && kind?.hasLeftovers(progress.remote) === true)
    write(id, hasLeftovers ? 'rolling-back' : 'cancelled', { ...progress, takesBack, problem: null, nextAttempt: null })
  }

  const jobOf = async (
    delivery: DeliveryRecord,
    progress: DeliveryProgress,
    { id, config }: StoredDestination,
    record: Job<DestinationConfig>['record'],
    ending: AbortSignal,
  ): Promise<Job<DestinationConfig>> => {
    const { action, createdAt, revision } = delivery
    const isAsking = delivery.state === 'scheduled'
    const { remote, choice, edition } = progress
    const breakable = { ...tools, http: { ...tools.http, signal: AbortSignal.any([tools.http.signal, ending]) } }
    let payload = getPayload(db, delivery)
    if (payload === null) {
      // Lost with the store that it was recovered from: what it was made of is still there.
      const article = getRevision(db, revision)
      if (article === null) throw new ContractError('not-found', { id: delivery.articleId })
      payload = await kindOf(config).plan({ article, edition, revision }, config, tools)
    }
    return {
      config,
      secret: secrets.get(id),
      action,
      payload,
      createdAt,
      choice,
      isAsking,
      remote,
      record,
      tools: breakable,
    }
  }

  const arrive = (delivery: DeliveryRecord, before: DeliveryProgress, outcome: Outcome): void => {
    const { remote, link, isUnchanged, scheduledFor } = outcome
    const isWaiting = scheduledFor !== null && scheduledFor > tools.now()
    const progress: DeliveryProgress = {
      ...{ ...before, remote, link, problem: null, conflict: null, choice: null, isUnwanted: false },
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
    if (error instanceof Cancelled || (cancelled.has(id) && !isLeaving)) {
      const kind = kindOf(destination.config)
      // A server may still be at what it was asked for last: it is looked for a little later.
      const later = kind.isUnheard(progress.remote) ? nextAttempt(1, random(), null, tools.now()) : null
      const known = { ...progress, problem: null, nextAttempt: later }
      return write(id, kind.hasLeftovers(progress.remote) ? 'rolling-back' : 'cancelled', known)
    }
    if (isOvertaken(db, id)) return write(id, 'cancelled', { ...progress, nextAttempt: null })
    if (error instanceof ConflictFound) {
      const problem = { code: 'conflict', params: {} } as const
      return write(id, 'held', { ...progress, problem, conflict: error.conflict, choice: null, nextAttempt: null })
    }
    const after = afterProblem(progress, isLeaving, error, random(), tools.now())
    write(id, after.state, after.progress)
  }

  const inLane = (destinationId: string, id: string, isWanted: () => boolean): Promise<void> =>
    lanes.enter(destinationId, async () => {
      if (!isStopped && isWanted()) await attempt(id)
    })

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
      const due = openDeliveries(db).filter((each) => !lanes.isBusy(each.destinationId) && isDue(each, now))
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
      if (!isOpen(delivery)) throw new ContractError('delivery-over', { id })
      cancelNow(delivery)
    },
    nextDue() {
      const times = openDeliveries(db)
        .filter(({ state, destinationId }) => state !== 'held' && !lanes.isBusy(destinationId))
        .map(({ progress }) => progress.nextAttempt ?? '')
      return times.toSorted()[0] ?? null
    },
    whenFree(listener) {
      free = listener
    },
    stop() {
      isStopped = true
    },
  }
}
