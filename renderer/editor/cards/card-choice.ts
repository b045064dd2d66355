/** What a card is about, for placing it. */
export type CardPlace = {
  /** Elements of the text whose `data-card` or `data-commented` has this key among others are what the card is about. */
  readonly key: string
  /** The block at which it stands while there are none; null for the top of the article. */
  readonly block: string | null
}

type State = {
  /** The card that is looked at: it stands exactly at its words. */
  readonly chosen: string | null
  /** What of it takes the focus; null where the focus is elsewhere already. */
  readonly focus: 'card' | 'field' | null
}

/** Which of the cards beside one article is chosen. */
export type CardChoice = {
  readonly get: () => State
  readonly subscribe: (listener: () => void) => () => void
  readonly choose: (key: string | null, focus?: State['focus']) => void
  /** Says which cards are shown, in the order of the text. */
  readonly show: (keys: readonly string[]) => void
  /**
   * Chooses the next card or the one before, and moves the focus to it.
   * @param near the card before the caret, or after it on the way back; it counts while none is chosen
   * @returns whether there is one
   */
  readonly step: (by: 1 | -1, near: string | null) => boolean
}

/** @returns the choice among the cards of an article that was just opened: none */
export function createCardChoice(): CardChoice {
  let state: State = { chosen: null, focus: null }
  const listeners = new Set<() => void>()
  const choose: CardChoice['choose'] = (chosen, focus = null) => {
    if (chosen === state.chosen && focus === null) return
    state = { chosen, focus }
    for (const listener of listeners) listener()
  }
  let order: readonly string[] = []
  return {
    get: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    choose,
    show(keys) {
      order = keys
    },
    step(by, near) {
      const next = stepIn(order, state.chosen ?? near, by)
      if (next === null) return false
      choose(next, 'card')
      return true
    },
  }
}

/** @returns the key after or before another one, in a circle; the first or last without one; null in an empty list. */
export function stepIn(keys: readonly string[], from: string | null, by: 1 | -1): string | null {
  const at = from === null ? -1 : keys.indexOf(from)
  if (at === -1) return keys.at(by === 1 ? 0 : -1) ?? null
  return keys[(at + by + keys.length) % keys.length] ?? null
}
