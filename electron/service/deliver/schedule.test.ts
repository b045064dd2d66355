import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ContractError } from '#core/contract/errors.ts'
import type { Courier } from './courier.ts'
import { startDeliveries } from './schedule.ts'

const NOW = '2026-11-24T08:00:00.000Z'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('leaves a store that refuses to be written alone for half a minute', async () => {
  const run = vi.fn<() => Promise<void>>().mockRejectedValue(new ContractError('store-full'))
  const courier = { run, nextDue: () => NOW, onIdle: () => {} } as unknown as Courier
  const stop = startDeliveries({ courier, onChange: () => () => {} }, () => NOW)
  await vi.advanceTimersByTimeAsync(29_000)
  expect(run).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2000)
  expect(run).toHaveBeenCalledTimes(2)
  stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(run).toHaveBeenCalledTimes(2)
})
