import type { Article } from '#core/article/article.ts'
import type { Asset } from '#core/article/asset.ts'
import type { Block } from '#core/article/block.ts'
import { figure, head, newArticle, paragraph, quote, subhead } from '#core/article/factories.ts'
import type { State } from '#core/review/states.ts'
import { seededRandom } from '../statistics.ts'
import {
  ADJECTIVES,
  AFTER,
  BEFORE,
  BODIES,
  FILLERS,
  FIRST_NAMES,
  LAST_NAMES,
  LATIN,
  LINKS,
  NOUNS,
  PEOPLE,
  PLACES,
  SECTIONS,
  VERBS,
} from './vocabulary.ts'

/** An article as it goes into the store. */
export type Generated = { article: Article; state: State; author: string; at: string }

const STATES: readonly State[] = ['draft', 'draft', 'submitted', 'in-review', 'approved', 'exported', 'exported']
const FIRST_DAY = Date.UTC(2024, 0, 1)
const BETWEEN_MS = 5 * 60_000

/** Generates the texts of one article, the same for the same seed. */
class Writer {
  readonly #random: () => number
  #ids = 0

  constructor(seed: number) {
    this.#random = seededRandom(seed)
  }

  readonly newId = (): string => `b${(this.#ids += 1)}`

  chance(share: number): boolean {
    return this.#random() < share
  }

  number(below: number): number {
    return Math.floor(this.#random() * below)
  }

  /** The first items of a list are far more frequent than the last, as in natural text. */
  of(list: readonly string[]): string {
    return list[Math.floor(list.length * this.#random() ** 2.5)] ?? ''
  }

  even<T>(list: readonly T[]): T {
    const item = list[this.number(list.length)]
    if (item === undefined) throw new Error('Nothing to choose from')
    return item
  }

  name(): string {
    return `${this.even(FIRST_NAMES)} ${this.even(LAST_NAMES)}`
  }

  noun(): string {
    const noun = this.of(NOUNS)
    const before = this.even(BEFORE)
    // A noun with ال takes no pronoun.
    const after = this.even(AFTER.slice(0, before.endsWith('ال') || before === 'لل' ? 7 : AFTER.length))
    // Before a suffix ة becomes ت; before ات it is dropped.
    const stem = after === '' ? noun : noun.replace(/ة$/u, after.startsWith('ا') || after === 'ية' ? '' : 'ت')
    return `${before}${stem}${after}`
  }

  sentence(): string {
    const parts = [this.of(VERBS), this.chance(0.5) ? `${this.of(PEOPLE)} ${this.of(BODIES)}` : this.of(BODIES)]
    if (this.chance(0.4)) parts.push(this.name())
    const length = 6 + this.number(16)
    for (let count = 0; count < length; count += 1) {
      const draw = this.#random()
      if (draw < 0.45) parts.push(this.noun())
      else if (draw < 0.6) parts.push(this.of(LINKS))
      else if (draw < 0.72) parts.push(this.of(FILLERS))
      else if (draw < 0.86) parts.push(`ال${this.of(ADJECTIVES)}`)
      else if (draw < 0.94) parts.push(this.of(PLACES))
      else if (draw < 0.985) parts.push(String(this.number(this.chance(0.5) ? 100 : 30_000)))
      else parts.push(this.even(LATIN))
    }
    return `${parts.join(' ')}.`
  }

  paragraph(): string {
    return Array.from({ length: 2 + this.number(3) }, () => this.sentence()).join(' ')
  }

  headline(): string {
    return `${this.of(BODIES)} ${this.of(VERBS)} ${this.of(NOUNS)} ${this.of(ADJECTIVES)} ${this.of(LINKS)} ${this.of(PLACES)} ${this.number(10_000)}`
  }

  document(words: number): Block[] {
    const { newId } = this
    const blocks: Block[] = [head('headline', newId, this.headline())]
    if (this.chance(0.6)) blocks.push(head('deck', newId, this.sentence()))
    blocks.push(head('byline', newId, this.name()))
    let count = 0
    while (count < words) {
      const text = this.paragraph()
      count += text.split(' ').length
      blocks.push(this.chance(0.08) ? quote(newId, text, this.name()) : paragraph(newId, text))
      if (this.chance(0.1)) blocks.push(subhead(newId, this.headline()))
    }
    if (this.chance(0.5)) {
      blocks.push(figure(newId, { asset: this.picture(), caption: this.sentence(), credit: this.name() }))
    }
    return blocks
  }

  picture(): Asset {
    const hash = Array.from({ length: 8 }, () =>
      this.number(2 ** 32)
        .toString(16)
        .padStart(8, '0'),
    ).join('')
    return {
      hash,
      mediaType: 'image/jpeg',
      width: 1600,
      height: 1067,
      size: 240_000,
      name: `${this.number(10_000)}.jpg`,
    }
  }
}

/** @returns an article of about this many words. @param index its seed; a higher one is a newer article */
export function generateArticle(index: number, words: number): Generated {
  const writer = new Writer(index + 1)
  const id = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
  const article = newArticle(id, writer.newId, writer.document(words))
  article.metadata.section = writer.of(SECTIONS)
  article.metadata.place = writer.of(PLACES)
  article.metadata.keywords = Array.from({ length: 2 + writer.number(4) }, () => writer.of(NOUNS))
  return {
    article,
    state: writer.even(STATES),
    author: writer.name(),
    at: new Date(FIRST_DAY + index * BETWEEN_MS).toISOString(),
  }
}

/** @returns a length in words: most articles have a few hundred, a few are long reads. */
export function plausibleLength(index: number): number {
  const random = seededRandom(index + 7919)
  return random() < 0.02 ? 1500 + Math.floor(random() * 2500) : 80 + Math.floor(random() * 380)
}
