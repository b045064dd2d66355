/**
 * A ref of what answers a press of a button, which scrolls to it once. Not defined in a component: a new function would
 * scroll again at every render.
 */
export const intoView = (element: HTMLElement | null): void => element?.scrollIntoView({ block: 'nearest' })
