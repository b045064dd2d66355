/** The address that Midad printed last. Each opens one window, and when it is used, another is printed. */
export class LatestAddress {
  #url: string | null = null
  #waiting: ((url: string) => void) | null = null

  /** Takes note of a printed address. */
  put(url: string): void {
    if (this.#waiting === null) {
      this.#url = url
      return
    }
    this.#waiting(url)
    this.#waiting = null
  }

  /** @returns the address that is not used yet, or the next one. */
  take(): Promise<string> {
    const url = this.#url
    this.#url = null
    if (url !== null) return Promise.resolve(url)
    const { promise, resolve } = Promise.withResolvers<string>()
    this.#waiting = resolve
    return promise
  }
}
