import type { ComponentType } from 'react'
import { fold } from '#core/text/fold.ts'
import type { Translate } from '#core/locale/translate.ts'
import type { Action } from '../actions/action.ts'
import type { Keys } from '../keys/keys.ts'

/** Something a person can choose from a menu, already in their language. */
export type Command = {
  id: string
  name: string
  /** Other names to find it by. */
  words: string
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  keys?: Keys
  run: () => void
}

/** @returns an action as something to choose. */
export function commandOf(action: Action, t: Translate, run: () => void): Command {
  const { id, label, words, icon, keys } = action
  return { id, name: t(label), words, icon, run, ...(keys?.[0] === undefined ? {} : { keys: keys[0] }) }
}

/** @returns the commands that a typed text may mean, the best first: each of its words begins one of theirs. */
export function matching<C extends { name: string; words: string }>(commands: readonly C[], typed: string): C[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return [...commands]
  const ranked = commands.flatMap((command) => {
    const name = fold(command.name)
    const all = `${name} ${fold(command.words)}`.split(/\s+/u)
    // «قائمة» is found as «القائمة» too.
    const begins = (word: string): boolean => all.some((each) => each.startsWith(word) || each.startsWith(`ال${word}`))
    if (!wanted.every(begins)) return []
    return [{ command, rank: name.startsWith(wanted.join(' ')) ? 0 : 1 }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ command }) => command)
}
