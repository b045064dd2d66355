import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { mkdirSync } from 'node:fs'
import type { Article } from '#core/article/article.ts'
import type { CallInput, CallOutput } from '#core/contract/contract.ts'
import type { Actor } from '#core/review/states.ts'
import { testService, type TestService } from './service.ts'
import { tempFolder } from './temp-folder.ts'

/** A machine of somebody, with a store of its own. */
export type Machine = TestService & {
  /** Hands an article over. @returns the file */
  give: (id: string, to?: string | null) => Promise<Buffer>
  take: (file: Uint8Array, clashes?: CallInput<'handover.take'>['clashes']) => Promise<CallOutput<'handover.take'>>
  look: (file: Uint8Array) => Promise<CallOutput<'handover.look'>>
  /** Writes into an article, and leaves it. */
  edit: (id: string, change: (article: Article) => Article) => Promise<void>
  /** The steps of an article without what proves them here: each store knows other people. */
  audit: (id: string) => Promise<unknown[]>
  /** The paragraphs and the head of an article as it stands. */
  text: (id: string) => Promise<string[]>
}

/** @param minutes how far the clock of this machine is ahead */
export async function machine({ name, role }: Actor, minutes = 0): Promise<Machine> {
  let count = 0
  const test = testService(tempFolder(), {}, `${role}-${name}-`, {
    now: () => new Date(Date.UTC(2026, 10, 24, 8, minutes + (count += 1))).toISOString(),
  })
  const { call } = test
  await call('settings.set', { name, role })
  const out = join(test.folder, 'out')
  mkdirSync(out)
  return {
    ...test,
    async give(id, to = null) {
      const { path } = await call('handover.give', { id, folder: out, to })
      return readFileSync(path)
    },
    take: (file, clashes = 'refuse') =>
      call('handover.take', { file: { bytes: Buffer.from(file).toString('base64') }, clashes }),
    look: (file) => call('handover.look', { file: { bytes: Buffer.from(file).toString('base64') } }),
    async edit(id, change) {
      const opened = await call('articles.open', { id })
      await call('articles.save', { article: change(opened.article), baseSaveNumber: opened.saveNumber, caret: null })
      await call('articles.close', { id })
    },
    async audit(id) {
      const { events } = await call('review.history', { id })
      return events.map(({ proof: _proof, signer: _signer, ...event }) => event)
    },
    async text(id) {
      const { article } = await call('articles.get', { id })
      return article.document.map(lineOf)
    },
  }
}

function lineOf(block: Article['document'][number]): string {
  return 'children' in block ? block.children.map((child) => ('text' in child ? child.text : '')).join('') : ''
}

/** @returns an article with other words in the line at a place. */
export function writeAt(at: number, words: string): (article: Article) => Article {
  return (article) => ({
    ...article,
    document: article.document.map((block, index) =>
      index === at ? ({ ...block, children: [{ text: words }] } as typeof block) : block,
    ),
  })
}
