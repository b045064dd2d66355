import type { Page } from '@playwright/test'

/**
 * Pastes as the browser does, with exactly these contents on the clipboard: its own clipboard would clean the HTML
 * first, and a hostile program does not.
 */
export async function paste(page: Page, contents: Record<string, string>): Promise<void> {
  await page.getByTestId('editor').evaluate((editor, types) => {
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
  }, contents)
}

/** One block of the page as a line of text: its sort, its direction where it is not the page's, its words with marks. */
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
