import { describe, expect, it } from 'vitest'
import { createAutosave, type SaveStatus, type Timers } from './autosave.ts'
import { saveTone } from './save-tone.ts'

/** A clock that the test advances. */
function clock(): Timers & { advance(ms: number): Promise<void> } {
  let now = 0
  let waiting: { at: number; run: () => void }[] = []
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      waiting.push(timer)
      return () => {
        waiting = waiting.filter((other) => other !== timer)
      }
    },
    async advance(ms) {
      const end = now + ms
      for (;;) {
        const [next] = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)
        if (next === undefined) break
        waiting = waiting.filter((other) => other !== next)
        now = next.at
        next.run()
        await runMicrotasks()
      }
      now = end
      await runMicrotasks()
    },
  }
}

/** Runs the pending microtasks. */
async function runMicrotasks(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

function setUp(answers: (() => Promise<void>)[] = []) {
  const timers = clock()
  const statuses: string[] = []
  const tones: string[] = []
  const reasons: unknown[] = []
  const saves: number[] = []
  const autosave = createAutosave({
    save: () => {
      saves.push(timers.now())
      return (answers.shift() ?? (() => Promise.resolve()))()
    },
    isFinal: (error) => error === 'conflict',
    onStatus(status: SaveStatus) {
      statuses.push(status.state)
      tones.push(saveTone(status))
      if (status.state === 'failed') reasons.push(status.error)
    },
    timers,
  })
  return { timers, statuses, tones, reasons, saves, autosave }
}

describe('autosave', () => {
  it('saves one second after the last key', async () => {
    const { timers, statuses, saves, autosave } = setUp()
    autosave.changed()
    await timers.advance(300)
    autosave.changed()
    await timers.advance(999)
    expect(saves).toEqual([])
    await timers.advance(1)
    expect(saves).toEqual([1300])
    expect(statuses).toEqual(['unsaved', 'saving', 'saved'])
  })

  it('saves within two seconds of typing that does not pause', async () => {
    const { timers, saves, autosave } = setUp()
    for (let key = 0; key < 40; key += 1) {
      autosave.changed()
      await timers.advance(100)
    }
    expect(saves[0]).toBe(1500)
    expect(saves.length).toBe(2)
  })

  it('reports saved only after the answer, and unsaved if more was typed meanwhile', async () => {
    const answer = Promise.withResolvers<void>()
    const { timers, statuses, autosave } = setUp([() => answer.promise])
    autosave.changed()
    await timers.advance(1000)
    expect(statuses).toEqual(['unsaved', 'saving'])
    autosave.changed()
    answer.resolve()
    await timers.advance(0)
    expect(statuses).toEqual(['unsaved', 'saving', 'unsaved'])
    await timers.advance(2000)
    expect(statuses).toEqual(['unsaved', 'saving', 'unsaved', 'saving', 'saved'])
  })

  it('retries after longer and longer waits, until it succeeds', async () => {
    const fail = (): Promise<void> => Promise.reject(new Error('no'))
    const { timers, saves, statuses, autosave } = setUp([fail, fail])
    autosave.changed()
    await timers.advance(10_000)
    expect(saves).toEqual([1000, 2000, 4000])
    expect(statuses.at(-1)).toBe('saved')
  })

  it('stops after a final error, and does not report saved', async () => {
    const { timers, saves, statuses, autosave } = setUp([() => Promise.reject('conflict')])
    autosave.changed()
    await timers.advance(60_000)
    autosave.changed()
    await timers.advance(60_000)
    expect(saves).toEqual([1000])
    expect(statuses).toEqual(['unsaved', 'saving', 'failed'])
    expect(await autosave.flush()).toBe(false)
  })

  it('reports the failure until it is saved, and not «saving» at every attempt', async () => {
    const fail = (): Promise<void> => Promise.reject(new Error('no'))
    const { timers, statuses, autosave } = setUp([fail, fail, fail])
    autosave.changed()
    await timers.advance(20_000)
    expect(statuses).toEqual(['unsaved', 'saving', 'failed', 'failed', 'failed', 'saved'])
  })

  it('retries after a final error once a person has decided, or abandons the text', async () => {
    const conflict = (): Promise<void> => Promise.reject('conflict')
    const decided = setUp([conflict])
    decided.autosave.changed()
    await decided.timers.advance(1000)
    expect(await decided.autosave.retry()).toBe(true)
    expect(decided.statuses.at(-1)).toBe('saved')
    const left = setUp([conflict])
    left.autosave.changed()
    await left.timers.advance(1000)
    left.autosave.abandon()
    await left.timers.advance(60_000)
    expect(left.saves).toEqual([1000])
    expect(left.statuses.at(-1)).toBe('saved')
  })

  it('reports after five seconds that a save hangs, and saved once it succeeds', async () => {
    const answer = Promise.withResolvers<void>()
    const { timers, saves, statuses, reasons, autosave } = setUp([() => answer.promise])
    autosave.changed()
    await timers.advance(5999)
    expect(statuses).toEqual(['unsaved', 'saving'])
    await timers.advance(1)
    expect(statuses).toEqual(['unsaved', 'saving', 'failed'])
    expect(reasons).toEqual([expect.objectContaining({ code: 'save-slow' })])
    await timers.advance(60_000)
    expect(saves).toEqual([1000])
    answer.resolve()
    await timers.advance(60_000)
    expect(statuses).toEqual(['unsaved', 'saving', 'failed', 'saved'])
    expect(saves).toEqual([1000])
  })

  it('looks amber while a save is late, red once it has failed, and grey or saved else', async () => {
    const answer = Promise.withResolvers<void>()
    const { timers, tones, autosave } = setUp([() => answer.promise])
    autosave.changed()
    await timers.advance(6000)
    expect(tones).toEqual(['unsaved', 'saving', 'late'])
    answer.reject(new Error('the disk is full'))
    await timers.advance(0)
    expect(tones.at(-1)).toBe('failed')
    await timers.advance(1000)
    expect(tones.slice(3)).toEqual(['failed', 'saved'])
  })

  it('reports nothing more about a hanging save once its text was saved elsewhere', async () => {
    const { timers, statuses, autosave } = setUp([() => new Promise(() => {})])
    autosave.changed()
    await timers.advance(2000)
    autosave.abandon()
    await timers.advance(60_000)
    expect(statuses).toEqual(['unsaved', 'saving', 'saved'])
  })

  it('flushes at once, including text typed during the save', async () => {
    const answer = Promise.withResolvers<void>()
    const { timers, saves, autosave } = setUp([() => answer.promise])
    autosave.changed()
    const flushed = autosave.flush()
    autosave.changed()
    answer.resolve()
    expect(await flushed).toBe(true)
    expect(saves).toEqual([0, 0])
    await timers.advance(10_000)
    expect(saves.length).toBe(2)
  })

  it('does nothing if nothing was typed', async () => {
    const { saves, autosave } = setUp()
    expect(await autosave.flush()).toBe(true)
    expect(saves).toEqual([])
  })
})
