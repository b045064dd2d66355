import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { knownOf, type ImportContext } from './incoming.ts'
import { returnedDocument } from './returned-document.ts'
import { reviewFound, similarTo } from './review-found.ts'

/** Answers `import.recognise`: reads a file or pasted text, and stores nothing. @throws ContractError as `readFile`. */
export async function recognise(
  input: CallGiven<'import.recognise'>,
  context: ImportContext,
): Promise<CallOutput<'import.recognise'>> {
  const { store, parse } = context
  if ('text' in input) return parse('recognise a text', input.text)
  const { name, bytes: base64 } = input
  const read = await parse('recognise a file', { name, base64, storeFolder: store.folder })
  if (read.kind === 'lines') return read
  const articles = await Promise.all(
    read.found.map(async ({ article, ...found }) => {
      const returned = read.format === 'docx' ? await returnedDocument(article, context) : null
      const known = knownOf(article, returned !== null && !returned.isGuessed, store.db)
      return { ...found, known, review: reviewFound(article, returned), similar: similarTo(returned) }
    }),
  )
  return { kind: 'articles', format: read.format, articles }
}
