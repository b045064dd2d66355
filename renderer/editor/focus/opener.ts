import { isButton, isUsable } from './controls.ts'

/** What had the focus before. */
type Opener = {
  /** Takes note of what got the focus, and whether by a press of a pointer. */
  saw: (target: EventTarget | null, isByPointer: boolean) => void
  /** @returns the control that opened what the focus was in, once; null for none that can be focused. */
  take: () => HTMLElement | null
  /** @returns the element that a program, and no press, gave the focus to last. */
  placed: () => Element | null
}

/**
 * Remembers the last control with the focus before a menu or dialog took it. Those are drawn outside the page's root. A
 * button that is pressed by pointer while somebody writes is none: the writing goes on after what it opens.
 * @param page the element of the text
 */
export function rememberOpener(page: HTMLElement): Opener {
  const root = page.closest('body > *')
  let last: HTMLElement | null = null
  let isInside = true
  let placed: Element | null = null
  return {
    saw(target, isByPointer) {
      if (!(target instanceof HTMLElement) || root === null) return
      // The region around the text is the target of the skip link: whoever follows it wants to write.
      placed = isByPointer || target.contains(page) ? null : target
      isInside = root.contains(target)
      if (isInside && !(isByPointer && last === page && isButton(target))) last = target
    },
    take() {
      const control = isInside ? null : last
      isInside = true
      return control !== null && control !== page && isUsable(control) ? control : null
    },
    placed: () => placed,
  }
}
