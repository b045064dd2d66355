import type { Page } from '@playwright/test'
import type { Range } from 'slate'
import type { Block } from '#core/article/block.ts'

/** What a window shows, and what its editor holds. */
export type Look = {
  /** Whether the article can be written in now: it is on the screen, not read-only, and nothing covers it. */
  canWrite: boolean
  /** The focused element in words. */
  focused: string
  focus: 'text' | 'control' | 'nothing'
  /** Whether words outside the text are selected. */
  hasWordsElsewhere: boolean
  /** The document of the editor, and the text of each of its leaves; null without an editor. */
  document: Block[] | null
  texts: readonly string[]
  selection: Range | null
  /** The text of each leaf as it is drawn. */
  drawn: readonly string[]
  /** Whether the window shows that a screen has failed. */
  hasCrashed: boolean
  saved: string | null
}

/** @returns what the window shows, once it is drawn. */
export async function look(page: Page): Promise<Look> {
  return page.evaluate(async () => {
    type Node = { text?: string; children?: Node[] }
    type Fiber = { return: Fiber | null; memoizedProps: { editor?: { children?: Node[]; selection?: unknown } } | null }
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve))
    await frame()
    await frame()
    const text = document.querySelector<HTMLElement>('[data-testid=editor]')
    const key = text === null ? undefined : Object.keys(text).find((name) => name.startsWith('__reactFiber$'))
    let fiber = text === null || key === undefined ? null : ((text as unknown as Record<string, Fiber>)[key] ?? null)
    while (fiber !== null && fiber.memoizedProps?.editor?.children === undefined) fiber = fiber.return
    const children = fiber?.memoizedProps?.editor?.children ?? null
    const leaves = (nodes: readonly Node[]): string[] =>
      nodes.flatMap((node) => (node.text === undefined ? leaves(node.children ?? []) : [node.text]))
    const drawn = [...(text?.querySelectorAll('[data-slate-node=text]') ?? [])].map((leaf) =>
      (leaf.textContent ?? '').replaceAll('\uFEFF', ''),
    )
    const active = document.activeElement
    const isRegion =
      active?.getAttribute('tabindex') === '-1' &&
      active.getAttribute('role') === null &&
      !active.matches('a, button, input, textarea, select, [contenteditable=true]')
    const isNothing = active === null || active === document.body || isRegion || active.matches(':disabled')
    const selection = document.getSelection()
    return {
      canWrite: text !== null && text.isContentEditable && text.closest('[inert], [aria-hidden=true]') === null,
      focused:
        active === null ? 'null' : `${active.tagName} ${active.className} ${active.getAttribute('aria-label') ?? ''}`,
      focus:
        active !== null && active === text
          ? ('text' as const)
          : isNothing
            ? ('nothing' as const)
            : ('control' as const),
      hasWordsElsewhere: selection?.type === 'Range' && text?.contains(selection.anchorNode) !== true,
      document: children as Block[] | null,
      texts: leaves(children ?? []),
      selection: (fiber?.memoizedProps?.editor?.selection ?? null) as Range | null,
      drawn,
      hasCrashed: document.querySelector('.empty-title')?.textContent === 'توقفت هذه الشاشة',
      saved: document.querySelector('[data-testid=save-status]')?.getAttribute('data-state') ?? null,
    }
  })
}
