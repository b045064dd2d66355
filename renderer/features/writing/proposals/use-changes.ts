import { useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react'
import { call } from '#renderer/bridge/client.ts'
import { cardByCaret } from '#renderer/editor/cards/anchors.ts'
import type { CardChoice } from '#renderer/editor/cards/card-choice.ts'
import { stepIn } from '#renderer/editor/cards/card-choice.ts'
import type { Decorate } from '#renderer/editor/decorations.ts'
import type { Changes } from '#renderer/editor/proposals/changed-block.tsx'
import { decorateChanges } from '#renderer/editor/proposals/decorate-changes.ts'
import type { ChangeDesk, ChangeWays, Item, Verdict } from '#renderer/editor/proposals/item.ts'
import { focusText } from '#renderer/editor/focus-text.ts'
import { inTextOrder } from '#renderer/editor/proposals/in-text-order.ts'
import { keysIn } from '#renderer/editor/proposals/keys-in.ts'
import { UnsavedError } from '#renderer/editor/threads/comments.ts'
import type { Session } from '../session.ts'
import { useValue } from '../value-feed.ts'
import { decide, takeBack } from './decisions.ts'
import { anchorOfItem } from './item-anchor.ts'

/** The commands of the writing screen that are about changes. */
export type ChangeCommands = Readonly<
  Record<
    | 'next-change'
    | 'previous-change'
    | 'accept-change'
    | 'reject-change'
    | 'accept-selected'
    | 'reject-selected'
    | 'accept-author'
    | 'reject-author'
    | 'accept-all'
    | 'reject-all',
    () => void
  >
>

type UsedChanges = {
  /** Draws changes in lines. */
  decorate: Decorate
  /** Draws changes of whole blocks. */
  drawn: Changes
  changes: ChangeDesk
  commands: ChangeCommands
}

/**
 * The changes that stand in and beside the text of a session.
 * @param onLook called when a person looks at a change: its card is to be shown
 */
export function useReviewedChanges(session: Session, choice: CardChoice, onLook: () => void): UsedChanges {
  const { board, book, editor, painter, mode, opened } = session
  const version = useSyncExternalStore(board.subscribe, board.version)
  useEffect(() => void book.load(), [book])
  const items = useValue(painter.items)
  const { isDone, damaged, error } = useValue(book.reading)
  // `version` makes the function another one; the board says what is drawn.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  const decorate = useMemo(() => decorateChanges(board), [board, version])
  const latest = useEffectEvent(onLook)
  const mayDecide = mode === 'edit' && opened.editable
  const acts = useMemo(() => {
    const look = (key: string): void => {
      latest()
      choice.choose(key, 'card')
    }
    const order = (): string[] => inTextOrder(editor, board, painter.items.get())
    return {
      step: (by: 1 | -1): void => {
        const keys = order()
        const { chosen } = choice.get()
        const isChange = (key: string): boolean => keys.includes(key)
        const near = (): string | null => cardByCaret(editor, by === 1 ? 'before' : 'after', isChange)
        const next = stepIn(keys, chosen !== null && isChange(chosen) ? chosen : near(), by)
        if (next !== null) look(next)
      },
      /** Decides on changes, and goes on to the next one. */
      settle: (wanted: readonly string[], verdict: Verdict): void => {
        if (mode === 'propose') {
          if (verdict === 'rejected') takeBack(session, wanted)
          return
        }
        const keys = decidable(painter.items.get(), wanted, verdict)
        if (!mayDecide || keys.length === 0) return
        const before = order()
        decide(session, keys, verdict)
        const after = new Set(painter.items.get().map(({ key }) => key))
        const next = before.slice(before.indexOf(keys[0] ?? '')).find((key) => after.has(key)) ?? [...after].at(-1)
        // The card that had the focus is gone.
        if (next === undefined) focusText(editor)
        else look(next)
      },
    }
  }, [session, choice, painter, editor, board, mode, mayDecide])
  const { step, settle } = acts
  const ways = useMemo<ChangeWays>(
    () => ({
      decide: mayDecide ? settle : null,
      takeBack: mode === 'propose' ? (keys) => takeBack(session, keys) : null,
      reply: mode === 'edit' ? (item, message) => reply(session, item, message) : null,
    }),
    [session, mode, mayDecide, settle],
  )
  const selected = (): string[] => (editor.selection === null ? [] : keysIn(editor, board, editor.selection))
  /** The chosen change, else the one at the caret. */
  const one = (): Item[] => {
    const [atCaret] = selected()
    const key = choice.get().chosen ?? atCaret
    return items.filter((item) => item.key === key)
  }
  const keysOf = (some: readonly Item[]): string[] => some.map(({ key }) => key)
  const ofAuthor = (): string[] => {
    const [item] = one()
    return keysOf(items.filter(({ proposal }) => proposal.by === item?.proposal.by))
  }
  return {
    decorate,
    drawn: useMemo(() => ({ board, onPress: (key) => choice.choose(key) }), [board, choice]),
    changes: { items, isRead: isDone, ways, damaged, error },
    commands: {
      'next-change': () => step(1),
      'previous-change': () => step(-1),
      'accept-change': () => settle(keysOf(one()), 'accepted'),
      'reject-change': () => settle(keysOf(one()), 'rejected'),
      'accept-selected': () => settle(selected(), 'accepted'),
      'reject-selected': () => settle(selected(), 'rejected'),
      'accept-author': () => settle(ofAuthor(), 'accepted'),
      'reject-author': () => settle(ofAuthor(), 'rejected'),
      'accept-all': () => settle(keysOf(items), 'accepted'),
      'reject-all': () => settle(keysOf(items), 'rejected'),
    },
  }
}

/**
 * @returns the changes that can be decided on. Of several that are accepted at once, clashes are left: they would take words
 *   out of the article that nobody looked at.
 */
function decidable(items: readonly Item[], keys: readonly string[], verdict: Verdict): readonly string[] {
  if (verdict === 'rejected' || keys.length === 1) return keys
  const clashes = new Set(items.flatMap(({ key, clash }) => (clash === null ? [] : [key])))
  return keys.filter((key) => !clashes.has(key))
}

/**
 * Begins a thread about a change. Its anchor lies in the saved text that the change is proposed for. Decisions that are not
 * saved yet would give that text another number.
 */
async function reply(
  session: Session,
  item: Item,
  { id: messageId, text }: { id: string; text: string },
): Promise<void> {
  if (!(await session.save())) throw new UnsavedError()
  const stored = session.book.find(item.proposal.id) ?? item.proposal
  await call('threads.begin', {
    ...{ id: session.opened.article.id, saveNumber: stored.saveNumber, proposal: stored.id, messageId, text },
    anchor: anchorOfItem(session.current(), stored, item),
  })
}
