import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { knownOf, type ImportContext } from './incoming.ts'

/** Answers `import.recognise`: reads a file or pasted text, and stores nothing. @throws ContractError as `readFile`. */
export async function recognise(
  input: CallParsed<'import.recognise'>,
  { store, parse }: ImportContext,
): Promise<CallOutput<'import.recognise'>> {
  if ('text' in input) return parse('recognise a text', input.text)
  const { name, bytes: base64 } = input
  const read = await parse('recognise a file', { name, base64, storeFolder: store.folder })
  if (read.kind === 'lines') return read
  const articles = read.found.map(({ article, ...found }) => ({ ...found, known: knownOf(article, store.db) }))
  return { kind: 'articles', format: read.format, articles }
}
