import { describe, expect, it } from 'vitest'
import type { Delivery } from '#core/contract/deliveries.ts'
import { lastArrived, isAtDestination } from './last-arrived.ts'

function delivery(id: string, action: Delivery['action'], state: Delivery['state']): Delivery {
  return {
    ...{ id, articleId: 'a1', headline: 'عنوان', destination: { id: 'd1', name: 'الموقع', kind: 'wordpress' } },
    ...{
      action,
      state,
      problem: null,
      attempts: 1,
      nextAttempt: null,
      scheduledFor: null,
      pictures: { done: 0, total: 0 },
    },
    ...{ isUnchanged: false, isTakenBack: false, link: null, by: 'كريم' },
    ...{ createdAt: '2026-11-24T08:00:00.000Z', updatedAt: '2026-11-24T08:00:00.000Z' },
  }
}

describe('what is at a destination', () => {
  it('is the last delivery that arrived, even if a later one failed or was cancelled', () => {
    const published = delivery('1', 'publish', 'delivered')
    const listed = [delivery('3', 'kill', 'cancelled'), delivery('2', 'update', 'held'), published]
    expect(lastArrived(listed, 'd1')).toBe(published)
    expect(lastArrived(listed, 'd2')).toBeNull()
    expect(isAtDestination(published)).toBe(true)
  })
  it('is nothing after the last was taken back, or was left deleted there', () => {
    const left = { ...delivery('2', 'update', 'cancelled'), isTakenBack: true }
    expect(lastArrived([left, delivery('1', 'publish', 'delivered')], 'd1')).toBe(left)
    expect(isAtDestination(left)).toBe(false)
    // Until it is over, the article may still be there.
    const ongoing = { ...delivery('3', 'publish', 'rolling-back'), isTakenBack: true }
    const published = delivery('1', 'publish', 'delivered')
    expect(lastArrived([ongoing, published], 'd1')).toBe(published)
  })
  it('is nothing after a kill or a withdrawal, or if nothing arrived', () => {
    expect(isAtDestination(delivery('2', 'kill', 'delivered'))).toBe(false)
    expect(isAtDestination(delivery('2', 'withdraw', 'delivered'))).toBe(false)
    expect(isAtDestination(null)).toBe(false)
  })
})
