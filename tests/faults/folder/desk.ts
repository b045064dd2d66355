import { articleHash } from '#core/article/canonical.ts'
import type { CallInput, CallName, CallResult } from '#core/contract/contract.ts'
import { openService } from '#electron/service/open-service.ts'
import type { Service } from '#electron/service/service.ts'
import { rewritten } from '../support/texts.ts'

/** A client that writes one article in an open store, and keeps the acknowledged text. */
export type Desk = {
  readonly service: Service
  readonly id: string
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>>
  /** Saves a text of about this many letters. @returns `ok`, or the code of the refusal. */
  save(letters: number): Promise<string>
  /** @returns whether the store shows the last text that was acknowledged. */
  isRight(): Promise<boolean>
  /** The hash of the last text that was acknowledged. */
  acknowledged(): string
}

/** Opens a store, makes an article, and saves it once. */
export async function sitDown(folder: string): Promise<Desk> {
  const service = openService(folder)
  const ask = <N extends CallName>(name: N, input: CallInput<N>): Promise<CallResult<N>> =>
    service.call(name, input, 'desk')
  const made = await ask('articles.create', {})
  if (!made.ok) throw new Error(`No article could be made: ${made.error.code}`)
  const { id } = made.value
  const opened = await ask('articles.open', { id })
  if (!opened.ok) throw new Error(`The article could not be opened: ${opened.error.code}`)
  const { article } = opened.value
  let [saveNumber, saves, acknowledged] = [0, 0, '']
  const desk: Desk = {
    ...{ service, id, ask },
    async save(letters) {
      const text = rewritten(article, `${(saves += 1)}`, letters)
      const answer = await ask('articles.save', {
        ...{ article: text, baseSaveNumber: saveNumber, caret: null },
      })
      if (!answer.ok) return answer.error.code
      saveNumber = answer.value.saveNumber
      acknowledged = articleHash(text)
      return 'ok'
    },
    async isRight() {
      const got = await ask('articles.get', { id })
      return got.ok && articleHash(got.value.article) === acknowledged
    },
    acknowledged: () => acknowledged,
  }
  const first = await desk.save(300)
  if (first !== 'ok') throw new Error(`The first save was refused: ${first}`)
  return desk
}
