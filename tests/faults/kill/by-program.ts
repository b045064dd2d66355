import { setTimeout as wait } from 'node:timers/promises'
import type { Article } from '#core/article/article.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { openStore } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { createAutosave } from '#renderer/features/writing/autosave.ts'
import { timers } from '#renderer/features/writing/timers.ts'
import { counter } from '#tests/support/articles.ts'
import { startMidad } from '../support/midad.ts'
import { bodyOf, startTyping } from './typed.ts'

export type Killed = { losses: string[]; missingMs: number }

/** A person types in bursts. Some pauses are long enough for the autosave. */
const pauseOf = (random: () => number): number => (random() < 0.05 ? 900 + random() * 600 : 20 + random() * 120)

/**
 * Types with the window's autosave and protocol, kills the service meanwhile, and compares what the store has.
 */
export async function killWhileTyping(store: string, random: () => number): Promise<Killed> {
  const midad = await startMidad(store)
  const { call } = await midad.client()
  const made = await call('articles.create', {})
  if (!made.ok) throw new Error(`No article could be made: ${made.error.code}`)
  const { id } = made.value
  const opened = await call('articles.open', { id })
  if (!opened.ok) throw new Error(`The article could not be opened: ${opened.error.code}`)
  const { article } = opened.value
  let { saveNumber } = opened.value
  const typed = startTyping(() => performance.now())
  const current = (text: string): Article => {
    const newId = counter('block')
    return { ...article, document: [head('headline', newId, 'عنوان'), paragraph(newId, text)] }
  }
  const autosave = createAutosave({
    async save() {
      const text = typed.text()
      const save = { article: current(text), baseSaveNumber: saveNumber, caret: null }
      const answer = await call('articles.save', save)
      if (!answer.ok) throw new Error(answer.error.code)
      saveNumber = answer.value.saveNumber
      typed.acknowledge(text)
    },
    isFinal: () => false,
    onStatus() {},
    timers,
  })
  const killAt = timers.now() + 200 + random() * 4800
  for (let word = 0; timers.now() < killAt; word += 1) {
    typed.type(`كلمة${word} `)
    autosave.changed()
    await wait(Math.min(pauseOf(random), Math.max(0, killAt - timers.now())))
  }
  typed.end()
  await midad.kill()
  autosave.stop()
  const reopened = openStore(store)
  try {
    const stored = getArticle(reopened.db, id)
    const { losses, missingMs } = typed.judge(stored === null ? '' : bodyOf(stored.article))
    if (stored === null) losses.push('the article is not there')
    if (!reopened.wasCutOff) losses.push('the store does not know that it was cut off')
    return { losses, missingMs }
  } finally {
    reopened.close()
  }
}
