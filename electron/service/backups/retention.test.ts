import { describe, expect, it } from 'vitest'
import { backupsToRemove } from './retention.ts'

const backup = (at: string, isSound = true) => ({ path: at, at, isSound })
const daily = (count: number) =>
  Array.from({ length: count }, (_each, day) => backup(new Date(Date.UTC(2026, 0, 1 + day, 8)).toISOString()))

describe('backupsToRemove', () => {
  it('keeps seven days, four weeks and six months of a year of daily backups', () => {
    const all = daily(328)
    const removed = new Set(backupsToRemove(all).map(({ at }) => at))
    expect(all.filter(({ at }) => !removed.has(at)).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      '2026-11-08',
      '2026-11-15',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
    ])
  })
  it('keeps the last of one day', () => {
    const all = [backup('2026-11-24T08:00:00.000Z'), backup('2026-11-24T09:00:00.000Z')]
    expect(backupsToRemove(all).map(({ at }) => at)).toEqual(['2026-11-24T08:00:00.000Z'])
  })
  it('never lets a copy of a damaged store displace a sound one', () => {
    const sound = backup('2026-11-01T08:00:00.000Z')
    const damaged = daily(328)
      .slice(-20)
      .map(({ at }) => backup(at, false))
    expect(backupsToRemove([sound, ...damaged])).not.toContain(sound)
    expect(backupsToRemove([sound, ...damaged])).toHaveLength(13)
  })
  it('keeps seven days of copies of a store that stays damaged', () => {
    const damaged = daily(20).map(({ at }) => backup(at, false))
    const removed = new Set(backupsToRemove(damaged).map(({ at }) => at))
    expect(damaged.filter(({ at }) => !removed.has(at)).map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-01-14',
      '2026-01-15',
      '2026-01-16',
      '2026-01-17',
      '2026-01-18',
      '2026-01-19',
      '2026-01-20',
    ])
  })
  it('keeps everything that it kept before', () => {
    const removed = new Set(backupsToRemove(daily(328)))
    expect(backupsToRemove(daily(328).filter(({ at }) => ![...removed].some((gone) => gone.at === at)))).toEqual([])
  })
})
