import type { Maker } from './records.ts'

/** More people than any document has; those after them are one unknown person. Each costs as much as a text of its own. */
const MOST = 50

/** The people who tracked changes in a document, by numbers. */
export class Makers {
  readonly #makers: { by: string; at: string | null }[] = []
  readonly #numbers = new Map<string, number>()

  /** @returns the number of a maker; null for nobody. Each person has one, with the time of the last change. */
  numberOf(maker: Maker | null): number | null {
    if (maker === null) return null
    const isMany = this.#makers.length >= MOST && !this.#numbers.has(maker.by)
    return this.#number(isMany ? { ...maker, by: '' } : maker)
  }

  #number(maker: Maker): number {
    const known = this.#numbers.get(maker.by)
    const own = known === undefined ? undefined : this.#makers[known]
    if (known === undefined || own === undefined) {
      this.#numbers.set(maker.by, this.#makers.length)
      return this.#makers.push({ ...maker }) - 1
    }
    if (maker.at !== null && (own.at === null || own.at < maker.at)) own.at = maker.at
    return known
  }

  list(): readonly Maker[] {
    return this.#makers
  }
}
