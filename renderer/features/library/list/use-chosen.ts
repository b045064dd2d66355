import { useEffect, useRef, useState } from 'react'
import { MOST_AT_ONCE } from '#core/contract/many.ts'
import type { Row } from '../question.ts'
import { chosenOf, type ChosenArticle } from './row-actions.tsx'
import { remembered } from './remembered.ts'

/** The contract's limit for one call. */
export const MAX_CHOSEN = MOST_AT_ONCE

type Chosen = ReadonlyMap<string, ChosenArticle>

/** The selected articles, and the ways to select. */
export type Choosing = {
  chosen: Chosen
  toggle: (row: Row) => void
  /** Selects from the row at which the extension began to another, up to the limit; going back deselects again. */
  extend: (rows: ReadonlyMap<number, Row>, from: number, to: number) => void
  drop: (ids: readonly string[]) => void
  clear: () => void
}

/** @returns the selection. It survives searches and a visit to an article. */
export function useChosen(): Choosing {
  const [chosen, setChosen] = useState(remembered.chosen)
  /** The extension with Shift: its first row, the selection before it, and its last row. */
  const stretch = useRef<{ start: number; base: Chosen; end: number } | null>(null)
  useEffect(() => {
    remembered.chosen = chosen
  }, [chosen])
  const set = (next: Chosen): void => {
    if (next.size <= MAX_CHOSEN) setChosen(next)
  }
  return {
    chosen,
    toggle(row) {
      stretch.current = null
      const next = new Map(chosen)
      if (!next.delete(row.id)) next.set(row.id, chosenOf(row))
      set(next)
    },
    extend(rows, from, to) {
      const { start, base } = stretch.current?.end === from ? stretch.current : { start: from, base: chosen }
      stretch.current = { start, base, end: to }
      const next = new Map(base)
      const step = Math.sign(to - start)
      for (let count = 0; count <= Math.abs(to - start) && next.size < MAX_CHOSEN; count += 1) {
        const row = rows.get(start + count * step)
        if (row !== undefined && !row.isDamaged) next.set(row.id, chosenOf(row))
      }
      set(next)
    },
    drop(ids) {
      stretch.current = null
      setChosen((before) => new Map([...before].filter(([id]) => !ids.includes(id))))
    },
    clear() {
      stretch.current = null
      setChosen(new Map())
    },
  }
}
