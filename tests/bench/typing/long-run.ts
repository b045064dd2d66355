import type { Browser } from 'playwright-core'
import { caretToMiddle, heapMb, longTasks, press } from './measure.ts'
import { MidadSubject } from './subjects.ts'

/** The results of an hour of typing. */
export type LongRun = { words: number; keys: number; longInThousand: number; grownMb: number }

const WORDS = 10_000
/** Four letters a second: few people keep that up for an hour. */
const KEYS_IN_AN_HOUR = 14_400
const LETTERS = 'بتثجح خدذرز سشصضط '

/** Types as many keys as fit into an hour, with a new line now and then. */
export async function longRun(browser: Browser): Promise<LongRun> {
  const midad = new MidadSubject()
  try {
    const subject = await midad.open(browser, WORDS)
    await caretToMiddle(subject)
    const type = async (count: number): Promise<void> => {
      for (let key = 0; key < count; key += 1) {
        if (key % 400 === 399) await press(subject, '\r', 'Enter')
        else await press(subject, LETTERS[key % LETTERS.length] ?? ' ')
      }
    }
    await type(200)
    const heap = await heapMb(subject)
    const long = await longTasks(subject)
    await type(1000)
    const longInThousand = (await longTasks(subject)) - long
    await type(KEYS_IN_AN_HOUR - 1000)
    return { words: WORDS, keys: KEYS_IN_AN_HOUR, longInThousand, grownMb: (await heapMb(subject)) - heap }
  } finally {
    midad.end()
  }
}
