import { useEffect, useEffectEvent, useLayoutEffect, useRef, useSyncExternalStore, type RefObject } from 'react'
import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { cardsAt, elementsOf } from './anchors.ts'
import type { CardChoice } from './card-choice.ts'

/** @returns which card is chosen. The component renders again when that changes. */
export function useChosenCard(choice: CardChoice): ReturnType<CardChoice['get']> {
  return useSyncExternalStore(choice.subscribe, choice.get)
}

/** @returns a card and its words */
function elementsFor(page: HTMLElement, column: Element | null, keys: readonly string[]): HTMLElement[] {
  return keys.flatMap((key) => {
    const card = column?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
    return [...elementsOf(page, key), ...(card == null ? [] : [card])]
  })
}

/**
 * Lights a card with its words: under the mouse in either place, and where the caret is. Elements are marked rather than
 * drawn anew, so that no key waits for it.
 */
export function useLitCards(editor: Editor, choice: CardChoice, column: RefObject<HTMLElement | null>): void {
  const { chosen } = useChosenCard(choice)
  /** What has the light: to look for it in a long text would take as long as several keys. */
  const lit = useRef<readonly HTMLElement[]>([])
  const light = useEffectEvent((elements: readonly HTMLElement[]) => {
    for (const each of lit.current) delete each.dataset['lit']
    for (const each of elements) each.dataset['lit'] = ''
    lit.current = elements
  })
  const show = useEffectEvent((hovered: readonly string[]) => {
    const keys = hovered.length > 0 ? hovered : chosen === null ? [] : [chosen]
    light(elementsFor(ReactEditor.toDOMNode(editor, editor), column.current, keys))
  })
  // After every drawing: a text that was drawn anew has lost the light.
  useLayoutEffect(() => show([]))
  const read = useEffectEvent(() => {
    const page = ReactEditor.toDOMNode(editor, editor)
    const { activeElement } = page.ownerDocument
    // The caret stays in the text while a card has the focus.
    if (activeElement !== page) return
    choice.choose(cardsAt(getSelection()?.focusNode ?? null)[0] ?? null)
  })
  const press = useEffectEvent((event: Event) => {
    const page = ReactEditor.toDOMNode(editor, editor)
    // A read-only text has no caret.
    if (!page.isContentEditable) choice.choose(cardsAt(event.target)[0] ?? null)
  })
  useEffect(() => {
    const page = ReactEditor.toDOMNode(editor, editor)
    const element = column.current
    const overText = (event: Event): void => show(cardsAt(event.target))
    const overCard = (event: Event): void => show(keyOf(event.target))
    const leave = (): void => show([])
    const select = (): void => read()
    const onPress = (event: Event): void => press(event)
    const onFocus = (event: Event): void => {
      const [key] = keyOf(event.target)
      if (key !== undefined && key !== choice.get().chosen) choice.choose(key)
    }
    const controller = new AbortController()
    const { signal } = controller
    page.addEventListener('pointerover', overText, { signal })
    page.addEventListener('pointerleave', leave, { signal })
    page.addEventListener('click', onPress, { signal })
    element?.addEventListener('pointerover', overCard, { signal })
    element?.addEventListener('pointerleave', leave, { signal })
    element?.addEventListener('focusin', onFocus, { signal })
    page.ownerDocument.addEventListener('selectionchange', select, { signal })
    return () => {
      light([])
      controller.abort()
    }
  }, [editor, choice, column])
}

function keyOf(target: EventTarget | null): string[] {
  const key = target instanceof Element ? target.closest<HTMLElement>('[data-key]')?.dataset['key'] : undefined
  return key === undefined ? [] : [key]
}
