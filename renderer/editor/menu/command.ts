import type { ComponentType } from 'react'
import { fold } from '#core/text/fold.ts'
import type { Translate } from '#core/locale/translate.ts'
import type { Action } from '../actions/action.ts'
import type { Keys } from '../keys/keys.ts'

/** An entry of the slash menu or the palette, in the language of the interface. */
export type Command = {
  id: string
  name: string
  /** Search words. */
  words: string
  icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>
  keys?: Keys
  run: () => void
}

/** @returns the menu entry of an action. */
export function commandOf(action: Action, t: Translate, run: () => void): Command {
  const { id, label, words, icon, keys } = action
  return { id, name: t(label), words, icon, run, ...(keys?.[0] === undefined ? {} : { keys: keys[0] }) }
}

const ARTICLE = 'ال'

/**
 * @returns the commands that match a typed text: each typed word is a prefix of one of theirs. Matches of the name come
 *   first.
 */
export function matching<C extends { name: string; words: string }>(commands: readonly C[], typed: string): C[] {
  const wanted = fold(typed).split(/\s+/u).filter(Boolean)
  if (wanted.length === 0) return [...commands]
  const ranked = commands.flatMap((command) => {
    const name = fold(command.name)
    const ofName = name.split(/\s+/u)
    const all = [...ofName, ...fold(command.words).split(/\s+/u)]
    // «قائمة» also matches «القائمة». The article alone says nothing yet: it is looked for only where it is seen.
    const begins = (word: string): boolean =>
      (word === ARTICLE ? ofName : all).some((each) => each.startsWith(word) || each.startsWith(ARTICLE + word))
    if (!wanted.every(begins)) return []
    return [{ command, rank: name.startsWith(wanted.join(' ')) ? 0 : 1 }]
  })
  return ranked.toSorted((one, other) => one.rank - other.rank).map(({ command }) => command)
}
