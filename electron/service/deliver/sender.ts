import type { WriteContext } from '../articles/write-context.ts'
import type { DeliveryState } from '#core/contract/deliveries.ts'
import { carriesBody } from '#core/export/action.ts'
import type { DestinationConfig } from '#core/export/destinations/index.ts'
import { translator } from '#core/locale/translate.ts'
import type { Actor } from '#core/review/states.ts'
import type { Store } from '#db/open.ts'
import {
  getDelivery,
  isOvertaken,
  lastRemote,
  setDelivery,
  setSender,
  wasSent,
  type DeliveryRecord,
} from '#db/tables/deliveries.ts'
import type { DeliveryProgress } from '#db/tables/delivery-progress.ts'
import { getDestination, type StoredDestination } from '#db/tables/destinations.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { afterProblem } from './after-problem.ts'
import { nextAttempt } from './backoff.ts'
import { jobOf } from './job.ts'
import type { Job, Kind, KindTools, Outcome } from './kind.ts'
import { kindOf } from './kinds/index.ts'
import { reasonNotToSend } from './reason-not-to-send.ts'
import { recordArrival } from './record-arrival.ts'
import { recordStep } from './record-step.ts'
import { cancelled as asCancelled, stopWaiting } from './stop-waiting.ts'

/** Makes single attempts of deliveries, and writes down what becomes of them. */
export type Sender = {
  /** Tries a delivery once. @throws what the store throws; what the other side does is written into the delivery. */
  attempt: (id: string) => Promise<void>
  /**
   * Cancels a delivery, also one that is being sent. What it has put at its destination is then removed.
   * @param actor who cancels it
   */
  cancel: (delivery: DeliveryRecord, actor: Actor) => void
  /** As `WriteContext.stopWaiting`. */
  stopWaiting: WriteContext['stopWaiting']
}

export type SenderOptions = {
  store: Store
  secrets: Secrets
  /** `http.signal` aborts when Midad ends. What is being sent then is resumed at the next start. */
  tools: KindTools
  /** From 0 to 1. */
  random: () => number
  /** Called whenever a delivery changes. */
  onChange: (delivery: DeliveryRecord) => void
  /** Called when an article changes because it arrived. */
  onArticle: (articleId: string) => void
}

/** A person cancelled the delivery while it was being sent. */
class Cancelled extends Error {}

/** How long after the end of an embargo the other side is asked, because its own clock decides when it publishes. */
const AFTER_EMBARGO_MS = 60_000

/** @returns whether a delivery can still change. */
export const isOpen = ({ state }: DeliveryRecord): boolean => state !== 'delivered' && state !== 'cancelled'

/** @returns the sender of the deliveries of a store. */
export function createSender({ store, secrets, tools, random, onChange, onArticle }: SenderOptions): Sender {
  const { db } = store
  const isStopped = (): boolean => tools.http.signal.aborted
  const cancelled = new Set<string>()
  /** The deliveries that are being sent, and what aborts each. */
  const ongoing = new Map<string, AbortController>()

  const write = (id: string, state: DeliveryState, progress: DeliveryProgress): void => {
    setDelivery(db, id, state, progress, tools.now())
    announce(id)
  }

  /** Holds what nobody held before it was due, and records in the audit of its article that Midad did. */
  const hold = (delivery: DeliveryRecord, progress: DeliveryProgress): void => {
    const at = tools.now()
    const actor = { name: translator(getSettings(db).language, 'latn')('common.midad'), role: delivery.role }
    db.transaction(() => {
      setDelivery(db, delivery.id, 'held', progress, at)
      if (delivery.state !== 'held') recordStep(db, delivery, 'held', { at, actor })
    })
    announce(delivery.id)
  }

  const announce = (id: string): void => {
    const delivery = getDelivery(db, id)
    if (delivery !== null) onChange(delivery)
  }

  const attempt = async (id: string): Promise<void> => {
    const delivery = getDelivery(db, id)
    if (delivery === null || !isOpen(delivery)) return
    const destination = getDestination(db, delivery.destinationId)
    // A newer delivery to the same place replaces it, and continues from whatever this one has put there.
    if (destination === null || isOvertaken(db, id)) {
      return write(id, 'cancelled', { ...delivery.progress, nextAttempt: null })
    }
    const { isUnwanted, takesBack } = delivery.progress
    const isRollback = delivery.state === 'rolling-back' || isUnwanted || takesBack
    if (!isRollback && isKeptBack(delivery)) return
    const kind = kindOf(destination.config)
    if (isRollback && !takesBack && !kind.hasLeftovers(delivery.progress.remote)) {
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
    const state = isRollback ? 'rolling-back' : 'sending'
    write(id, state, progress)
    const record: Job<DestinationConfig>['record'] = (remote, pictures) => {
      progress = {
        ...{ ...progress, remote, ...(pictures === undefined ? {} : { pictures }) },
        isUnwanted: isUnwanted || cancelled.has(id),
      }
      if (isStopped()) throw new Cancelled()
      write(id, state, progress)
      if (cancelled.has(id)) throw new Cancelled()
    }
    const aborting = new AbortController()
    ongoing.set(id, aborting)
    try {
      const signal = AbortSignal.any([tools.http.signal, aborting.signal])
      const abortable = { ...tools, http: { ...tools.http, signal } }
      const job = await jobOf(db, delivery, progress, destination, secrets.get(destination.id), record, abortable)
      if (isRollback) return await rollBack(delivery, progress, kind, job)
      const outcome = await kind.deliver(job)
      arrive(delivery, progress, outcome)
    } catch (error) {
      if (isStopped()) return
      fail(id, isRollback, progress, destination, error)
    } finally {
      ongoing.delete(id)
    }
    const after = cancelled.delete(id) ? getDelivery(db, id) : null
    if (after?.state === 'rolling-back' && after.progress.nextAttempt === null) await attempt(id)
  }

  /** @returns whether a delivery must not be sent now, after writing down why. */
  const isKeptBack = (delivery: DeliveryRecord): boolean => {
    const { id, progress } = delivery
    const reason = reasonNotToSend(db, delivery, tools.now)
    if (reason === null) return false
    if (reason === 'taken-back') {
      const next = asCancelled(db, delivery)
      write(id, next.state, next.progress)
    } else if (reason === 'early') {
      write(id, 'queued', { ...progress, problem: null, nextAttempt: progress.notBefore })
    } else {
      hold(delivery, { ...progress, problem: reason, nextAttempt: null })
    }
    return true
  }

  /**
   * Removes what a cancelled delivery put at its destination. If its post turns out to have arrived, it counts as
   * arrived.
   */
  const rollBack = async (
    delivery: DeliveryRecord,
    progress: DeliveryProgress,
    kind: Kind<DestinationConfig>,
    job: Job<DestinationConfig>,
  ): Promise<void> => {
    if (progress.takesBack) {
      const { remote } = await kind.deliver({ ...job, action: 'withdraw' })
      return write(delivery.id, 'cancelled', { ...progress, remote, link: null })
    }
    const arrived = kind.isUnconfirmed(progress.remote) ? await kind.findUnconfirmed(job) : null
    if (arrived !== null) return arrive(delivery, progress, arrived)
    write(delivery.id, 'cancelled', { ...progress, remote: await kind.rollBack(job) })
  }

  const cancel = (delivery: DeliveryRecord, actor: Actor): void => {
    if (delivery.state === 'rolling-back') return
    const { id } = delivery
    const { state, progress } = asCancelled(db, delivery)
    const at = tools.now()
    // Written down first: the process may end before the attempt does.
    db.transaction(() => {
      setDelivery(db, id, state, progress, at)
      setSender(db, id, actor)
      recordStep(db, delivery, 'cancelled', { at, actor })
    })
    announce(id)
    interrupt(delivery)
  }

  /** Ends the attempt of a delivery that was being sent when it was cancelled. */
  const interrupt = ({ id, state, action, destinationId, progress }: DeliveryRecord): void => {
    if (state !== 'sending') return
    const destination = getDestination(db, destinationId)
    const kind = destination === null ? null : kindOf(destination.config)
    cancelled.add(id)
    // A request that changes the post is not aborted: only its answer says what the post is now.
    const isAbortable = carriesBody(action) && kind?.isUnconfirmed(progress.remote) !== true
    if (isAbortable) ongoing.get(id)?.abort(new Cancelled())
  }

  const arrive = (delivery: DeliveryRecord, before: DeliveryProgress, outcome: Outcome): void => {
    const { remote, link, isUnchanged, scheduledFor } = outcome
    const isWaiting = scheduledFor !== null && scheduledFor > tools.now()
    const progress: DeliveryProgress = {
      ...{ ...before, remote, link, problem: null, conflict: null, choice: null, isUnwanted: false },
      // A post that was scheduled is visible to readers now, even if we changed nothing.
      isUnchanged: isUnchanged && delivery.state !== 'scheduled',
      scheduledFor: isWaiting ? scheduledFor : null,
      nextAttempt: isWaiting ? new Date(Date.parse(scheduledFor) + AFTER_EMBARGO_MS).toISOString() : null,
    }
    db.transaction(() => {
      setDelivery(db, delivery.id, isWaiting ? 'scheduled' : 'delivered', progress, tools.now())
      recordArrival(db, delivery, progress, outcome, tools.now())
    })
    announce(delivery.id)
    onArticle(delivery.articleId)
  }

  const fail = (
    id: string,
    isRollback: boolean,
    before: DeliveryProgress,
    destination: StoredDestination,
    error: unknown,
  ): void => {
    // The attempt may have written down more than `before`.
    const known = getDelivery(db, id)
    const progress = known?.progress ?? before
    if (error instanceof Cancelled || (cancelled.has(id) && !isRollback)) {
      const kind = kindOf(destination.config)
      // The server may still be working on the last request: its result is looked for a little later.
      const later = kind.isUnconfirmed(progress.remote) ? nextAttempt(1, random(), null, tools.now()) : null
      const ended = { ...progress, problem: null, nextAttempt: later }
      return write(id, kind.hasLeftovers(progress.remote) ? 'rolling-back' : 'cancelled', ended)
    }
    if (isOvertaken(db, id)) return write(id, 'cancelled', { ...progress, nextAttempt: null })
    const isSent = known !== null && wasSent(db, known.articleId, destination.id)
    const after = afterProblem(progress, { isRollback, isSent }, error, random(), tools.now())
    write(id, after.state, after.progress)
  }

  return {
    attempt,
    cancel,
    stopWaiting(articleId, end, by) {
      const waiting = stopWaiting(db, articleId, end, by)
      return () => {
        for (const delivery of waiting) {
          announce(delivery.id)
          interrupt(delivery)
        }
      }
    },
  }
}
