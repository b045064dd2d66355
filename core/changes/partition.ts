/** Joins numbers into sets (union-find). */
export class Partition {
  readonly #parents: number[]

  /** @param size the numbers are 0 up to `size` - 1, each alone at first */
  constructor(size: number) {
    this.#parents = Array.from({ length: size }, (_each, index) => index)
  }

  #root(number: number): number {
    let root = number
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root; parent = this.#parents[root]) {
      // Halve the way for the next time.
      this.#parents[root] = this.#parents[parent] ?? parent
      root = parent
    }
    return root
  }

  join(one: number, other: number): void {
    this.#parents[this.#root(one)] = this.#root(other)
  }

  /** @returns the sets, in the order of their smallest numbers. */
  sets(): number[][] {
    return [...Map.groupBy(this.#parents.keys(), (number) => this.#root(number)).values()]
  }
}
