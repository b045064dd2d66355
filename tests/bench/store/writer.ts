import { randomUUID } from 'node:crypto'
import { fsyncSync, writeSync } from 'node:fs'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import type { Store } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { contentOf } from '#db/tables/article-text.ts'
import { insertArticle, saveArticle } from '#db/tables/articles.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { generateArticle } from './generate.ts'

const CLIENT = 'bench'
/** The length of the article in words: a long read. */
const WORDS = 5000
const INDEX = 9_000_000

/** Adds a word to one of the paragraphs. */
function writeOn({ document }: Article, turn: number): void {
  const paragraphs = document.flatMap((block) => (block.type === 'paragraph' ? [block] : []))
  const [leaf] = paragraphs[(turn * 7) % paragraphs.length]?.children ?? []
  if (leaf === undefined || !('text' in leaf)) throw new Error('The text of the bench has changed its form')
  leaf.text += ' كلمة'
}

/** Edits one article as a window does: each save adds a word and sends the whole article. */
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

  /** Makes the article. */
  static async begin(service: Service): Promise<Writer> {
    const { id } = resultOrThrow(await service.call('articles.create', {}, CLIENT))
    const opened = resultOrThrow(await service.call('articles.open', { id }, CLIENT))
    const { document } = generateArticle(INDEX, WORDS).article
    const writer = new Writer(service, { ...opened.article, document }, opened.saveNumber)
    await writer.save()
    return writer
  }

  /** @returns the time of a save in milliseconds, from the received object to its answer. */
  async save(): Promise<number> {
    this.#turn += 1
    writeOn(this.#article, this.#turn)
    const article = structuredClone(this.#article)
    const input = { article, baseSaveNumber: this.#saveNumber, caret: null }
    const start = performance.now()
    const { saveNumber } = resultOrThrow(await this.#service.call('articles.save', input, CLIENT))
    const took = performance.now() - start
    this.#saveNumber = saveNumber
    return took
  }

  /** @returns the time to append the same bytes to a file and sync it, in milliseconds. */
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

/** Saves one article without the service, to measure only the transaction. */
export class Committer {
  readonly #store: Store
  readonly #article: Article
  #saveNumber = 0

  constructor(store: Store) {
    this.#store = store
    const written = generateArticle(INDEX + 1, WORDS)
    // Its own id for each measured store.
    this.#article = { ...written.article, id: randomUUID() }
    insertArticle(store.db, { ...written, article: this.#article })
  }

  /** @returns the time of the transaction, in milliseconds. */
  save(): number {
    writeOn(this.#article, this.#saveNumber)
    const content = contentOf(this.#article)
    const at = new Date().toISOString()
    const save = { article: this.#article, content, caret: null, at, baseSaveNumber: this.#saveNumber }
    const start = performance.now()
    const saved = saveArticle(this.#store.db, { ...save, state: 'draft' })
    const took = performance.now() - start
    if (typeof saved === 'string') throw new Error(`The bench could not save: ${saved}`)
    this.#saveNumber = saved.saveNumber
    return took
  }
}

/** Does what maintenance does in the quiet second between two saves. */
export function quietMoment(store: Store): void {
  indexNext(store.db, 1)
  store.emptyLog()
}
