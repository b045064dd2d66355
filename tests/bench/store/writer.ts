import { fsyncSync, writeSync } from 'node:fs'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import type { Store } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { generateArticle } from './generate.ts'

const ACTOR = { name: 'سعاد', role: 'reporter' } as const
const CLIENT = 'bench'
/** The article of the bench: a long read. */
const WORDS = 5000
const INDEX = 9_000_000

/** Writes at one article, as a window does: a word more, and the whole article is saved. */
export class Writer {
  readonly #service: Service
  #article: Article
  #saveNumber: number
  #turn = 0

  private constructor(service: Service, article: Article, saveNumber: number) {
    this.#service = service
    this.#article = article
    this.#saveNumber = saveNumber
  }

  /** Makes the article that is then written at. */
  static async begin(service: Service): Promise<Writer> {
    const { id } = resultOrThrow(await service.call('articles.create', { actor: ACTOR }, CLIENT))
    const opened = resultOrThrow(await service.call('articles.open', { id, actor: ACTOR }, CLIENT))
    const { document } = generateArticle(INDEX, WORDS).article
    const writer = new Writer(service, { ...opened.article, document }, opened.saveNumber)
    await writer.save()
    return writer
  }

  #writeOn(): void {
    const paragraphs = this.#article.document.flatMap((block) => (block.type === 'paragraph' ? [block] : []))
    this.#turn += 1
    const [leaf] = paragraphs[(this.#turn * 7) % paragraphs.length]?.children ?? []
    if (leaf === undefined || !('text' in leaf)) throw new Error('The text of the bench has changed its form')
    leaf.text += ' كلمة'
  }

  /** @returns how long the save took, in milliseconds, from the object that came off the wire to its answer. */
  async save(): Promise<number> {
    this.#writeOn()
    const article = structuredClone(this.#article)
    const input = { article, baseSaveNumber: this.#saveNumber, caret: null, actor: ACTOR }
    const start = performance.now()
    const { saveNumber } = resultOrThrow(await this.#service.call('articles.save', input, CLIENT))
    const took = performance.now() - start
    this.#saveNumber = saveNumber
    return took
  }

  /** @returns how long the same bytes take to be appended to a file and synced, in milliseconds. */
  append(file: number): number {
    const bytes = Buffer.from(canonicalJson(this.#article))
    const start = performance.now()
    writeSync(file, bytes)
    fsyncSync(file)
    return performance.now() - start
  }

  async close(): Promise<void> {
    await this.#service.call('articles.close', { id: this.#article.id }, CLIENT)
  }
}

/** Does what the chores do in the quiet second between two saves. */
export function quietMoment(store: Store): void {
  indexNext(store.db, 1)
  store.emptyLog()
}
