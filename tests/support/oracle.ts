import type { Page } from '@playwright/test'

/** Where the caret and the other end of the selection stand in a line, in UTF-16 units. */
export type Ends = { anchor: number; focus: number }

/**
 * Puts a native text field beside the editor: the same text, direction, font and width as a block of it. What the
 * field does is what the block must do.
 * @param block the selector of one line of the editor
 */
export async function showOracle(page: Page, block: string): Promise<void> {
  await page.evaluate((selector) => {
    const line = document.querySelector<HTMLElement>(selector)
    if (line === null) throw new Error(`There is no ${selector}`)
    document.querySelector('#oracle')?.remove()
    const field = document.createElement('textarea')
    field.id = 'oracle'
    const style = getComputedStyle(line)
    for (const name of ['font', 'line-height', 'white-space', 'overflow-wrap', 'word-break', 'text-align'] as const) {
      field.style.setProperty(name, style.getPropertyValue(name))
    }
    Object.assign(field.style, {
      position: 'fixed',
      insetBlockEnd: '0',
      insetInlineStart: '0',
      inlineSize: `${line.clientWidth - Number.parseFloat(style.paddingInlineStart)}px`,
      blockSize: '190px',
      padding: '0',
      border: '0',
      overflow: 'hidden',
      scrollbarWidth: 'none',
    })
    field.dir = line.dir
    field.value = line.innerText.replaceAll('\uFEFF', '')
    document.body.append(field)
  }, block)
}

/** Puts both carets at an offset (and the other end of the selection at `anchor`), the editor's in `block`. */
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
        const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
        let rest = offset
        let last: [Node, number] = [line, 0]
        for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
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
    },
    [block, anchor, focus, where] as const,
  )
}

async function ends(page: Page, block: string, where: 'oracle' | 'editor'): Promise<Ends> {
  return page.evaluate(
    ([selector, which]) => {
      if (which === 'oracle') {
        const field = document.querySelector<HTMLTextAreaElement>('#oracle')
        if (field === null) throw new Error('There is no oracle')
        const { selectionStart, selectionEnd, selectionDirection } = field
        return selectionDirection === 'backward'
          ? { anchor: selectionEnd, focus: selectionStart }
          : { anchor: selectionStart, focus: selectionEnd }
      }
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
    },
    [block, where] as const,
  )
}

/** Presses keys in one of both. @returns where the selection stands after each of them. */
async function walk(
  page: Page,
  block: string,
  from: Ends,
  keys: readonly string[],
  where: 'oracle' | 'editor',
): Promise<Ends[]> {
  await place(page, block, from, where)
  const stops: Ends[] = []
  for (const key of keys) {
    await page.keyboard.press(key)
    stops.push(await ends(page, block, where))
  }
  return stops
}

/** Presses the same keys in both. @returns the stops of the native field, and those of the editor. */
export async function both(page: Page, block: string, from: Ends, keys: readonly string[]): Promise<[Ends[], Ends[]]> {
  const native = await walk(page, block, from, keys, 'oracle')
  return [native, await walk(page, block, from, keys, 'editor')]
}

/** @returns the text of the native field and of the block. */
export async function texts(page: Page, block: string): Promise<[string, string]> {
  return page.evaluate((selector) => {
    const field = document.querySelector<HTMLTextAreaElement>('#oracle')
    const line = document.querySelector<HTMLElement>(selector)
    return [field?.value ?? '', line?.innerText.replaceAll('\uFEFF', '') ?? '']
  }, block)
}
