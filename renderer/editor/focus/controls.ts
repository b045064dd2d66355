/** Inputs that hold no text. */
const CHOICES = 'input:is([type=radio], [type=checkbox], [type=button], [type=submit], [type=range], [type=file])'
const EDITABLE = `input:not(${CHOICES}), textarea, select, [contenteditable=true]`
const CONTROLS = `a, button, summary, iframe, ${CHOICES}, ${EDITABLE}`
const TAB_STOPS = `${CONTROLS}, [tabindex]`

/** @returns whether an element takes what is typed. */
export function isEditable(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(EDITABLE)
}

/** @returns whether an element does nothing with a letter. */
export function isButton(target: EventTarget | null): boolean {
  const buttons = `button, a, [role=tab], [role=menu], [role^=menuitem], .card, ${CHOICES}`
  return target instanceof Element && target.matches(buttons)
}

/** @returns whether an element takes no keys, and is focusable for programs only, such as the target of a skip link. */
function isRegion(element: Element): boolean {
  const isTarget = element.getAttribute('tabindex') === '-1' && element.getAttribute('role') === null
  return isTarget && !element.matches(CONTROLS)
}

/**
 * @param page the element of the text
 * @param placed a region that a program has focused, so that the next key does not change the text
 * @returns whether no control has the focus: nothing has it, or a region that a person has pressed beside its controls
 */
export function isFocusLost(page: HTMLElement, placed: Element | null): boolean {
  const { activeElement: active, body } = page.ownerDocument
  return active === null || active === body || active.matches(':disabled') || (isRegion(active) && active !== placed)
}

/** @returns whether the text can be written in, and nothing is open over it. */
export function canTakeFocus(page: HTMLElement): boolean {
  return page.isConnected && page.isContentEditable && page.closest('[inert], [aria-hidden=true]') === null
}

/** @returns whether a control can take the focus. */
export function isUsable(control: HTMLElement): boolean {
  return (
    control.isConnected &&
    !control.matches(':disabled') &&
    control.closest('[inert]') === null &&
    control.checkVisibility()
  )
}

/** @returns whether a person has selected words beside the text, perhaps to copy them. */
export function hasWordsElsewhere(page: HTMLElement): boolean {
  const selection = page.ownerDocument.getSelection()
  return selection !== null && selection.type === 'Range' && !page.contains(selection.anchorNode)
}

/**
 * Takes the selection of words out of the DOM while a button has the focus; the editor keeps its own. What is composed at a
 * button would replace the words in the DOM, past the editor, and React could not draw the text any more.
 */
export function dropSelectedWords(page: HTMLElement): void {
  const selection = page.ownerDocument.getSelection()
  if (selection?.type === 'Range' && page.contains(selection.anchorNode)) selection.removeAllRanges()
}

/** @returns the control that Tab comes to first from that edge of the window; null for none. */
export function edgeControl(page: HTMLElement, to: 'forward' | 'backward'): HTMLElement | null {
  const all = [...page.ownerDocument.querySelectorAll<HTMLElement>(TAB_STOPS)]
  const isStop = (element: HTMLElement): boolean => element.tabIndex >= 0 && isUsable(element)
  return (to === 'forward' ? all.find(isStop) : all.findLast(isStop)) ?? null
}
