// Makes calls and measures them: sealed where the address has a key, else the same calls as plain JSON.
import type { Article } from '#core/article/article.ts'
import type { CallInput, CallName, CallOutput, CallResult } from '#core/contract/contract.ts'
import { toBytes } from '#renderer/bridge/handshake.ts'
import { httpWire, isKeptAlive } from '#renderer/bridge/http-wire.ts'
import { openSession } from '#renderer/bridge/session.ts'

type Send = (name: CallName, input: unknown) => Promise<CallResult<CallName>>

/** What the bench asks of the page. Each answers with the time of each call, in milliseconds. */
export type SealingPage = {
  get: (count: number) => Promise<number[]>
  /** Saves an article, one word longer each time. */
  save: (count: number, articleId: string) => Promise<number[]>
  picture: (count: number, hash: string) => Promise<number[]>
}

declare global {
  interface Window {
    sealing?: SealingPage
  }
}

async function sendPlain(name: CallName, input: unknown): Promise<CallResult<CallName>> {
  const body = toBytes(JSON.stringify(input))
  const response = await fetch(`/call/${name}`, { method: 'POST', body, keepalive: isKeptAlive(name, body) })
  const answer: unknown = await response.json()
  return answer as CallResult<CallName>
}

async function sender(): Promise<Send> {
  if (location.hash === '') return sendPlain
  const wire = httpWire(await openSession(), location.origin)
  return (name, input) => wire.send(name, input)
}

const send = await sender()

async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = (await send(name, input)) as CallResult<N>
  if (!result.ok) throw new Error(`${name} was refused: ${result.error.code}`)
  return result.value
}

async function times(count: number, one: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  while (taken.length < count) {
    const start = performance.now()
    await one()
    taken.push(performance.now() - start)
  }
  return taken
}

type Writing = { article: Article; saveNumber: number }
const writings = new Map<string, Writing>()

async function openOnce(id: string): Promise<Writing> {
  const writing = writings.get(id) ?? (await call('articles.open', { id }))
  writings.set(id, writing)
  return writing
}

/** Adds a word to the end of the text. */
function writeOn({ document }: Article): void {
  const last = document.findLast((block) => block.type === 'paragraph')
  const leaf = last?.children.at(-1)
  if (leaf === undefined || !('text' in leaf)) throw new Error('The text of the bench has changed its form')
  leaf.text += ' كلمة'
}

window.sealing = {
  get: (count) => times(count, () => call('settings.get', {})),
  async save(count, articleId) {
    const writing = await openOnce(articleId)
    return times(count, async () => {
      writeOn(writing.article)
      const { article, saveNumber: baseSaveNumber } = writing
      const saved = await call('articles.save', { article, baseSaveNumber, caret: null })
      writing.saveNumber = saved.saveNumber
    })
  },
  picture: (count, hash) => times(count, () => call('assets.read', { hash })),
}
