import type { Change } from '#core/contract/events.ts'
import { toContractError } from '#db/errors.ts'
import type { Courier } from './courier.ts'

/** A timer cannot wait longer than some weeks; it asks again after this. */
const LONGEST_WAIT_MS = 3_600_000

/** How long a store that refuses to be written is left alone. */
const AFTER_FAULT_MS = 30_000

/**
 * Sends what is due, now and whenever something falls due. Deliveries that were being sent when Midad ended are
 * resumed.
 * @returns a function that stops it.
 */
export function startDeliveries(
  { courier, onChange }: { courier: Courier; onChange: (listener: (change: Change) => void) => () => void },
  now: () => string,
): () => void {
  let timer: NodeJS.Timeout | null = null
  let isOver = false
  let isResting = false
  courier.onIdle(() => schedule())
  const schedule = (): void => {
    if (isResting) return
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (isOver) return
    const due = courier.nextDue()
    if (due === null) return
    const wait = due === '' ? 0 : Date.parse(due) - Date.parse(now())
    timer = setTimeout(() => void send(), Math.min(Math.max(wait, 0), LONGEST_WAIT_MS))
    timer.unref()
  }
  const send = async (): Promise<void> => {
    timer = null
    try {
      await courier.run()
    } catch (error) {
      // A store that refuses it now (the disk is full or gone) is tried again in a while.
      if (!isOver && toContractError(error) === null) throw error
      rest()
      return
    }
    schedule()
  }
  const rest = (): void => {
    if (timer !== null) clearTimeout(timer)
    if (isOver) return
    isResting = true
    timer = setTimeout(() => {
      isResting = false
      schedule()
    }, AFTER_FAULT_MS)
    timer.unref()
  }
  const stopListening = onChange(({ type }) => {
    if (type === 'delivery-changed') schedule()
  })
  schedule()
  return () => {
    isOver = true
    stopListening()
    if (timer !== null) clearTimeout(timer)
  }
}
