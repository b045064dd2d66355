import type { Page } from '@playwright/test'

/**
 * Pastes exactly these contents. The browser's own clipboard would clean the HTML first, which a hostile program does
 * not do. Returns when they are in the text.
 */
export async function paste(page: Page, contents: Record<string, string>): Promise<void> {
  await page.getByTestId('editor').evaluate(async (editor, types) => {
    const data = new DataTransfer()
    for (const [type, value] of Object.entries(types)) data.setData(type, value)
    editor.dispatchEvent(
      new InputEvent('beforeinput', {
        inputType: 'insertFromPaste',
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
      }),
    )
    // No frames and no timers, which a test may hold back.
    const { promise, resolve } = Promise.withResolvers<void>()
    const look = (): void => {
      if (editor.getAttribute('aria-busy') !== 'true') resolve()
    }
    const observer = new MutationObserver(look)
    observer.observe(editor, { attributeFilter: ['aria-busy'] })
    look()
    await promise
    observer.disconnect()
  }, contents)
}

/** @returns a line of text for each block: its type, its direction if it is not the page's, its text with marks. */
export async function outline(page: Page): Promise<string[]> {
  return page.getByTestId('editor').evaluate((editor) => {
    const words = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replaceAll('\uFEFF', '')
      if (!(node instanceof HTMLElement) || node.contentEditable === 'false') return ''
      const inner = [...node.childNodes].map(words).join('')
      if (inner === '') return ''
      if (node.tagName === 'STRONG') return `*${inner}*`
      if (node.tagName === 'EM') return `_${inner}_`
      if (node.tagName === 'U') return `+${inner}+`
      return node.dataset['url'] === undefined ? inner : `[${inner}](${node.dataset['url']})`
    }
    return [...editor.querySelectorAll<HTMLElement>('[data-block]')].map((block) => {
      const { block: type, depth, ordered } = block.dataset
      const name = [
        type,
        block.tagName === 'H3' && type === 'subhead' ? '3' : '',
        block.tagName === 'OL' ? 'ordered' : '',
        depth === undefined || depth === '0' ? '' : depth,
        ordered === 'true' ? 'ordered' : '',
        block.dir === 'ltr' ? 'ltr' : '',
      ]
      const holdsBlocks = block.querySelector('[data-block]') !== null
      return `${name.filter(Boolean).join(' ')}${holdsBlocks ? '' : `: ${words(block)}`}`
    })
  })
}
