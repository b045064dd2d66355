import type { Page } from '@playwright/test'
import { pressKeys } from './press-keys.ts'

/** The two ends of a selection in a line, in UTF-16 units; the focus is the caret. */
export type Ends = { anchor: number; focus: number }

/** A window with the editor, and another with the native field, so that neither takes the other's focus. */
export type Both = { editor: Page; field: Page; block: string }

const STYLES = ['font', 'line-height', 'white-space', 'overflow-wrap', 'word-break', 'text-align'] as const

/**
 * Makes the native field like a block of the editor: the same text, direction, font and width. What the field then
 * does is what the block must do.
 */
export async function showOracle({ editor, field, block }: Both): Promise<void> {
  const like = await editor.evaluate(
    ([selector, names]) => {
      const line = document.querySelector<HTMLElement>(selector)
      if (line === null) throw new Error(`There is no ${selector}`)
      const style = getComputedStyle(line)
      const width = line.clientWidth - Number.parseFloat(style.paddingInlineStart)
      const styles = names.map((name) => [name, style.getPropertyValue(name)] as const)
      return { dir: line.dir, text: line.innerText.replaceAll('\uFEFF', ''), width, styles }
    },
    [block, STYLES] as const,
  )
  await field.evaluate(({ dir, text, width, styles }) => {
    document.querySelector('#oracle')?.remove()
    const oracle = document.createElement('textarea')
    oracle.id = 'oracle'
    for (const [name, value] of styles) oracle.style.setProperty(name, value)
    Object.assign(oracle.style, {
      position: 'fixed',
      insetBlockStart: '0',
      insetInlineStart: '0',
      inlineSize: `${width}px`,
      blockSize: '500px',
      padding: '0',
      border: '0',
      zIndex: '99',
    })
    oracle.dir = dir
    oracle.value = text
    document.body.append(oracle)
    oracle.focus()
  }, like)
}

/** Puts the selection of one of the two at these offsets. */
async function place(page: Page, block: string, { anchor, focus }: Ends, where: 'oracle' | 'editor'): Promise<void> {
  await page.evaluate(
    ([selector, from, to, which]) => {
      if (which === 'oracle') {
        const field = document.querySelector<HTMLTextAreaElement>('#oracle')
        field?.focus()
        field?.setSelectionRange(Math.min(from, to), Math.max(from, to), to < from ? 'backward' : 'forward')
        return
      }
      const line = document.querySelector<HTMLElement>(selector)
      if (line === null) throw new Error(`There is no ${selector}`)
      document.querySelector<HTMLElement>('[data-testid=editor]')?.focus()
      const find = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        let rest = offset
        let last: [Node, number] = [line, 0]
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const own = (node.nodeValue ?? '').replaceAll('\uFEFF', '')
          if (rest <= own.length) return [node, own === '' ? 0 : rest]
          rest -= own.length
          last = [node, own.length]
        }
        return last
      }
      const [startNode, startOffset] = find(from)
      const [endNode, endOffset] = find(to)
      getSelection()?.setBaseAndExtent(startNode, startOffset, endNode, endOffset)
      // As after a click: the editor reads the selection at mouseup.
      line.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }))
    },
    [block, anchor, focus, where] as const,
  )
}

/** What a page measures: `ends` reads the selection, `stops` are the selections after each key. */
type Measuring = { ends: () => Ends; stops: Ends[] }

/**
 * Starts to measure in a page: it records the selection at each keyup, so that keys can be sent without waiting for an
 * answer after each.
 */
async function measure(page: Page, block: string, where: Where): Promise<void> {
  await page.evaluate(
    ([selector, which]) => {
      const inField = (): Ends => {
        const field = document.querySelector<HTMLTextAreaElement>('#oracle')
        if (field === null) throw new Error('There is no oracle')
        const { selectionStart, selectionEnd, selectionDirection } = field
        return selectionDirection === 'backward'
          ? { anchor: selectionEnd, focus: selectionStart }
          : { anchor: selectionStart, focus: selectionEnd }
      }
      const inLine = (): Ends => {
        const line = document.querySelector<HTMLElement>(selector)
        const selection = getSelection()
        if (line === null || selection === null) throw new Error(`There is no ${selector}`)
        const offset = (node: Node | null, at: number): number => {
          if (node === null || !line.contains(node)) return -1
          const range = document.createRange()
          range.setStart(line, 0)
          range.setEnd(node, at)
          return range.toString().replaceAll('\uFEFF', '').length
        }
        return {
          anchor: offset(selection.anchorNode, selection.anchorOffset),
          focus: offset(selection.focusNode, selection.focusOffset),
        }
      }
      const global = globalThis as { measuring?: Measuring }
      const isListening = global.measuring !== undefined
      global.measuring = { ends: which === 'oracle' ? inField : inLine, stops: [] }
      if (isListening) return
      addEventListener('keyup', ({ key }) => {
        if (key !== 'Shift' && key !== 'Control') global.measuring?.stops.push(global.measuring.ends())
      })
    },
    [block, where] as const,
  )
}

async function ends(page: Page, block: string, where: Where): Promise<Ends> {
  await measure(page, block, where)
  const now = await page.evaluate(() => (globalThis as { measuring?: Measuring }).measuring?.ends())
  if (now === undefined) throw new Error('The page does not measure')
  return now
}

type Where = 'oracle' | 'editor'

/** Presses keys in one of the two. @returns the selection after each key. */
async function walk(windows: Both, from: Ends, keys: readonly string[], where: Where): Promise<Ends[]> {
  const page = where === 'oracle' ? windows.field : windows.editor
  await place(page, windows.block, from, where)
  await measure(page, windows.block, where)
  await pressKeys(page, keys)
  const stops = await page.evaluate(() => (globalThis as { measuring?: Measuring }).measuring?.stops ?? [])
  if (stops.length !== keys.length) throw new Error(`${keys.length} keys, and ${stops.length} stops`)
  return stops
}

/** Presses the same keys in both. @returns the selections of the native field, and those of the editor. */
export async function both(windows: Both, from: Ends, keys: readonly string[]): Promise<[Ends[], Ends[]]> {
  const [native, own] = await Promise.all([walk(windows, from, keys, 'oracle'), walk(windows, from, keys, 'editor')])
  return [native, own]
}

/** @returns the selections of the native field and of the block. */
export function selected({ editor, field, block }: Both): Promise<[Ends, Ends]> {
  return Promise.all([ends(field, block, 'oracle'), ends(editor, block, 'editor')])
}

/** @returns the text of the native field and of the block. */
export async function texts({ editor, field, block }: Both): Promise<[string, string]> {
  const native = await field.evaluate(() => document.querySelector<HTMLTextAreaElement>('#oracle')?.value ?? '')
  const own = await editor.locator(block).innerText()
  return [native, own.replaceAll('\uFEFF', '')]
}
