import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')

/** Replaces a part of `docs/performance.md`: from its first-level heading to the next one. */
export function writeSection(text: string): void {
  const page = readFileSync(PAGE, 'utf8')
  const heading = text.slice(0, text.indexOf('\n') + 1)
  const start = page.indexOf(heading)
  if (start === -1) {
    writeFileSync(PAGE, `${page.trimEnd()}\n\n${text}`)
    return
  }
  const next = page.indexOf('\n# ', start)
  const after = next === -1 ? '' : page.slice(next)
  writeFileSync(PAGE, `${page.slice(0, start)}${text.trimEnd()}\n${after}`)
}
