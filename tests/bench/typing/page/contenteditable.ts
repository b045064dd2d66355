import type { BareEditor } from './page.ts'

/** The browser alone. */
export const contentEditable: BareEditor = (root, paragraphs) => {
  root.contentEditable = 'true'
  for (const { before, underlined, after } of paragraphs) {
    const line = document.createElement('p')
    const mark = document.createElement('u')
    mark.textContent = underlined
    line.append(before, mark, after)
    root.append(line)
  }
  return () => root.textContent.length
}
