import { memo, useCallback, useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { ReactEditor, useSlateStatic } from 'slate-react'
import type { Editor } from 'slate'
import { focusText } from '../focus-text.ts'
import { centre, scrollerOf } from '../keys/reveal.ts'
import { anchorsOf, elementsOf } from './anchors.ts'
import type { CardChoice, CardPlace } from './card-choice.ts'
import { placeCards } from './place-cards.ts'
import { useChosenCard, useLitCards } from './use-lit-cards.ts'
import { watchSizes, type SizeWatch } from './watch-sizes.ts'
import './card-column.css'

/** The distance between two cards, in pixels. */
const GAP = 8

/** A card in the margin. */
export type Card = CardPlace & {
  /** Its name for assistive technology. */
  readonly label: string
  /** @param isChosen whether all of it is shown, else as little as tells it from others */
  readonly render: (isChosen: boolean) => ReactNode
}

type CardColumnProps = {
  /** The name of the column. */
  label: string
  /** Another list only when a card is another one: all are placed again then. */
  cards: readonly Card[]
  choice: CardChoice
  /** Another value once the writer has paused: lines may have moved in blocks that kept their size. */
  pause: unknown
}

/**
 * Cards beside the page, each at the height of its words. It scrolls with the page. All heights are read before anything
 * is written, so that the browser lays the page out once; blocks out of sight, whose layout it skips, are measured too.
 */
export function CardColumn({ label, cards, choice, pause }: CardColumnProps) {
  const editor = useSlateStatic()
  const column = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLOListElement>(null)
  const state = useChosenCard(choice)
  const { chosen } = state
  const [order, setOrder] = useState<readonly string[]>([])
  useLitCards(editor, choice, column)

  const follow = useCallback((): void => {
    const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
    if (page === null || list.current === null) return
    list.current.style.transform = `translateY(${-page.scrollTop}px)`
  }, [editor])

  const sizes = useRef<SizeWatch>(null)
  const place = useEffectEvent(() => {
    const text = ReactEditor.toDOMNode(editor, editor)
    const page = scrollerOf(text)
    if (page === null || list.current === null || column.current === null) return
    const anchors = anchorsOf(editor, cards)
    const all = list.current.querySelectorAll<HTMLElement>(':scope > [data-key]')
    const elements = new Map([...all].map((each) => [each.dataset['key'], each]))
    const top = column.current.getBoundingClientRect().top - page.scrollTop
    const standing = [...anchors].flatMap(([key, anchor]) => {
      const element = elements.get(key)
      if (element === undefined) return []
      // Nothing stands above the column, however near the head is to the edge of the page.
      const wanted = Math.max(0, firstTop(anchor) - top)
      return [{ key, element, wanted, height: element.offsetHeight }]
    })
    const chosenHeight = standing.find(({ key }) => key === chosen)?.height ?? 0
    const below = Math.max(0, column.current.clientHeight / 2 - chosenHeight)
    const tops = placeCards(standing, chosen, { gap: GAP, below })
    for (const [index, { element }] of standing.entries()) element.style.transform = `translateY(${tops[index] ?? 0}px)`
    const end = Math.max(0, ...standing.map(({ height }, index) => (tops[index] ?? 0) + height))
    // So far down does the page scroll for the last card, though its column is less high.
    const beyond = page.clientHeight - column.current.clientHeight
    page.style.setProperty('--cards-end', `${end + GAP + beyond}px`)
    const blocks = [...anchors.values()].map((anchor) => anchor.closest('[data-block]') ?? anchor)
    sizes.current?.watch([text, column.current, ...all, ...blocks])
    const keys = standing.map(({ key }) => key)
    choice.show(keys)
    setOrder((before) => (before.join(' ') === keys.join(' ') ? before : keys))
    follow()
  })

  useLayoutEffect(() => {
    const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
    const watch = watchSizes(() => place())
    sizes.current = watch
    page?.addEventListener('scroll', follow, { passive: true })
    return () => {
      watch.end()
      sizes.current = null
      page?.removeEventListener('scroll', follow)
      page?.style.removeProperty('--cards-end')
    }
  }, [editor, follow])
  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- cards and text stand elsewhere after these
  useLayoutEffect(() => place(), [editor, cards, chosen, pause])

  useEffect(
    () => () => {
      choice.show([])
      // A card out of sight is not the one that a key is about.
      choice.choose(null)
    },
    [choice],
  )

  const reveal = useEffectEvent(() => {
    const text = ReactEditor.toDOMNode(editor, editor)
    // In a low window the panel scrolls.
    column.current?.scrollIntoView({ block: 'nearest' })
    const anchor = chosen === null ? undefined : anchorsOf(editor, cards).get(chosen)
    if (anchor === text) scrollerOf(text)?.scrollTo({ top: 0 })
    else if (anchor !== undefined) centre(editor, anchor)
  })
  useEffect(() => {
    // Words that the caret is in are in sight.
    if (state.focus !== null) reveal()
  }, [state])

  const wheel = useEffectEvent((event: WheelEvent) => {
    const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
    if (event.ctrlKey || !(event.target instanceof Element) || event.target.closest('textarea, [role=listbox]')) return
    page?.scrollBy({ top: event.deltaY })
  })
  useEffect(() => {
    const element = column.current
    const onWheel = (event: WheelEvent): void => wheel(event)
    element?.addEventListener('wheel', onWheel, { passive: true })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [])

  const rank = new Map(order.map((key, index) => [key, index]))
  const sorted = cards.toSorted((one, other) => (rank.get(one.key) ?? Infinity) - (rank.get(other.key) ?? Infinity))
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Esc is a way back for whatever has the focus in it
    <div
      ref={column}
      className="card-column"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented && chosen !== null) backToWords(editor, chosen)
      }}
    >
      <ol ref={list} className="card-list" aria-label={label}>
        {sorted.map((card) => (
          <CardItem key={card.key} card={card} choice={choice} />
        ))}
      </ol>
    </div>
  )
}

/** Moves the caret to the words of a card, and the focus to the text. */
function backToWords(editor: Editor, key: string): void {
  const text = ReactEditor.toDOMNode(editor, editor)
  const node = elementsOf(text, key)[0]?.querySelector('[data-slate-string], [data-slate-zero-width]')?.firstChild
  const point =
    node == null ? null : ReactEditor.toSlatePoint(editor, [node, 0], { exactMatch: false, suppressThrow: true })
  if (point !== null) editor.select(point)
  if (text.isContentEditable) focusText(editor)
  // A text that is only read takes no focus.
  else scrollerOf(text)?.focus({ preventScroll: true })
}

/** @returns the top of the first line of what a card is about, in the window */
function firstTop(anchor: Element): number {
  return (anchor.getClientRects()[0] ?? anchor.getBoundingClientRect()).top
}

const CardItem = memo(function CardItem({ card, choice }: { card: Card; choice: CardChoice }) {
  const element = useRef<HTMLLIElement>(null)
  const state = useChosenCard(choice)
  const isChosen = state.chosen === card.key
  useEffect(() => {
    if (!isChosen || state.focus === null) return
    const field = state.focus === 'field' ? element.current?.querySelector<HTMLElement>('textarea') : null
    ;(field ?? element.current)?.focus({ preventScroll: true })
  }, [isChosen, state])
  return (
    <li
      ref={element}
      className="card"
      data-key={card.key}
      data-chosen-card={isChosen || undefined}
      aria-label={card.label}
      aria-current={isChosen || undefined}
      // It shows all of itself while it has the focus.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {card.render(isChosen)}
    </li>
  )
})
